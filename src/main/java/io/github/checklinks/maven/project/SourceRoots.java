// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import io.github.checklinks.maven.parameter.InvalidParameter;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Sources;
import io.github.checklinks.source.ProjectSources;
import io.github.checklinks.source.SourceProject;
import io.github.checklinks.source.ToolchainSources;
import io.github.checklinks.source.toolchain.Toolchain;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Determines the source directories of a project's site, and of the modules whose pages or Javadoc the site may contain. */
public final class SourceRoots {

    private static final String SITE_PLUGIN = "org.apache.maven.plugins:maven-site-plugin";

    private SourceRoots() {}

    /**
     * Returns the sources of a site that is built into a directory; those of any other site are not known.
     *
     * @param folders the parameter {@code sources}: the directories with documents; if empty, they are looked for
     * @throws IllegalArgumentException if one is not a directory
     */
    public static Sources of(MavenSession session, MavenProject project, Site site, List<String> folders) {
        Path here = ProjectPaths.base(session, project);
        List<Path> named = folders.stream().map(folder -> folder(here, folder)).toList();
        if (!(site instanceof Site.Built built)) {
            return Sources.NONE;
        }
        String root = session.getExecutionRootDirectory();
        Path directory = built.directory().toAbsolutePath().normalize();
        return new ToolchainSources(
                root == null ? here : Path.of(root),
                directory,
                built.base(),
                search -> {
                    List<Toolchain> found = new ArrayList<>(search.named(named));
                    for (MavenProject module : session.getAllProjects()) {
                        if (!ProjectPaths.isWithoutPom(module)) {
                            found.addAll(AsciidoctorPlugin.in(module, directory));
                        }
                    }
                    found.addAll(named.isEmpty() ? search.above(here) : List.of());
                    return found;
                },
                ofMaven(session, project, built));
    }

    private static Path folder(Path here, String text) {
        try {
            Path folder = here.resolve(text).normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException noPath) {
            // reported below
        }
        throw InvalidParameter.value("sources", text, "a directory with the documents of the site", "docs");
    }

    /** Returns the sources of the pages that maven-site-plugin and the Javadoc tool generate. */
    private static Sources ofMaven(MavenSession session, MavenProject project, Site.Built built) {
        if (ProjectPaths.isWithoutPom(project)) {
            return Sources.NONE;
        }
        Path directory = built.directory();
        Path target = base(project).resolve(project.getBuild().getDirectory()).normalize();
        if (!directory.equals(ProjectPaths.site(project)) && !directory.startsWith(target)) {
            return Sources.NONE;
        }
        List<SourceProject> projects = new ArrayList<>();
        projects.add(project(project, ""));
        Set<Path> known = new LinkedHashSet<>(Set.of(base(project)));
        for (MavenProject module : session.getAllProjects()) {
            if (!module.equals(project) && !ProjectPaths.isWithoutPom(module)) {
                known.add(base(module));
                below(project, module, directory).forEach(below -> projects.add(project(module, below)));
            }
        }
        for (String module : project.getModules()) {
            Path base = base(project).resolve(module).normalize();
            Path home = Files.isDirectory(base) || base.getParent() == null ? base : base.getParent();
            if (known.add(home)) {
                projects.add(unread(home, module + "/"));
            }
        }
        String root = session.getExecutionRootDirectory();
        return new ProjectSources(root == null ? base(project) : Path.of(root), directory, projects);
    }

    private static Path base(MavenProject project) {
        return project.getBasedir().toPath().toAbsolutePath().normalize();
    }

    private static SourceProject project(MavenProject project, String below) {
        Path documents = documents(project);
        List<Path> descriptors = new ArrayList<>(List.of(documents.resolve("site.xml")));
        for (MavenProject parent = project.getParent(); parent != null; parent = parent.getParent()) {
            if (!ProjectPaths.isWithoutPom(parent)) {
                descriptors.add(documents(parent).resolve("site.xml"));
            }
        }
        return new SourceProject(
                below,
                List.of(documents),
                descriptors,
                paths(project.getCompileSourceRoots()),
                paths(project.getTestCompileSourceRoots()),
                PomUrls.of(project));
    }

    /** Returns a module that is not part of this run, as with {@code -N}, assuming Maven's standard layout. */
    private static SourceProject unread(Path base, String below) {
        return new SourceProject(
                below,
                List.of(base.resolve("src/site")),
                List.of(base.resolve("src/site/site.xml")),
                List.of(base.resolve("src/main/java")),
                List.of(base.resolve("src/test/java")),
                List.of());
    }

    private static List<Path> paths(List<String> roots) {
        return roots.stream().map(Path::of).toList();
    }

    private static Path documents(MavenProject project) {
        Plugin plugin = project.getPlugin(SITE_PLUGIN);
        Xpp3Dom set = plugin != null && plugin.getConfiguration() instanceof Xpp3Dom configuration
                ? configuration.getChild("siteDirectory")
                : null;
        String directory = set == null || set.getValue() == null ? "src/site" : set.getValue();
        return base(project).resolve(directory).normalize();
    }

    /** Returns where the pages of a module may be in a staged site: below its directory, or its artifact id, which Maven appends to URLs. */
    private static Set<String> below(MavenProject project, MavenProject module, Path site) {
        Set<String> below = new LinkedHashSet<>();
        if (base(module).startsWith(base(project))) {
            below.add(base(project).relativize(base(module)).toString().replace('\\', '/') + "/");
        }
        below.add(module.getArtifactId() + "/");
        Set<String> held = new LinkedHashSet<>(below);
        held.removeIf(name -> !Files.isDirectory(site.resolve(name)));
        return held.isEmpty() ? below : held;
    }
}
