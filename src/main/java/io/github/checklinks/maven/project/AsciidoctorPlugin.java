// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import io.github.checklinks.source.toolchain.Toolchain;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reads what asciidoctor-maven-plugin builds from its effective configuration. */
final class AsciidoctorPlugin {

    private static final String KEY = "org.asciidoctor:asciidoctor-maven-plugin";

    private AsciidoctorPlugin() {}

    /** Returns the executions of a project whose pages are in the site. */
    static List<Toolchain> in(MavenProject project, Path site) {
        Plugin plugin = project.getPlugin(KEY);
        List<Toolchain> found = new ArrayList<>();
        if (plugin != null) {
            for (PluginExecution execution : plugin.getExecutions()) {
                Xpp3Dom own = execution.getConfiguration() instanceof Xpp3Dom dom ? dom : null;
                Xpp3Dom all = plugin.getConfiguration() instanceof Xpp3Dom dom ? dom : null;
                if (execution.getGoals().contains("process-asciidoc")) {
                    Toolchain toolchain = toolchain(project, site, own == null ? all : own);
                    if (toolchain != null) {
                        found.add(toolchain);
                    }
                }
            }
        }
        return found;
    }

    private static @Nullable Toolchain toolchain(MavenProject project, Path site, @Nullable Xpp3Dom configuration) {
        String backend = value(configuration, "backend", "html5");
        try {
            Path base = project.getBasedir().toPath().toAbsolutePath().normalize();
            Path build = base.resolve(project.getBuild().getDirectory());
            Path output = base.resolve(value(
                            configuration,
                            "outputDirectory",
                            build.resolve("generated-docs").toString()))
                    .normalize();
            Path documents = base.resolve(value(configuration, "sourceDirectory", "src/docs/asciidoc"))
                    .normalize();
            if (!output.startsWith(site) || !backend.startsWith("html")) {
                return null;
            }
            String below = site.relativize(output).toString().replace('\\', '/');
            return Toolchain.asciidoctor(
                    documents,
                    below.isEmpty() ? "" : below + "/",
                    !value(configuration, "preserveDirectories", "false").equals("true"),
                    attributes(project, configuration));
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    /** Returns the attributes of the configuration, and the properties of the project, whose dots the plugin replaces. */
    private static Map<String, String> attributes(MavenProject project, @Nullable Xpp3Dom configuration) {
        Map<String, String> attributes = new HashMap<>();
        project.getProperties()
                .forEach((name, value) -> attributes.put(name.toString().replace('.', '-'), value.toString()));
        Xpp3Dom own = configuration == null ? null : configuration.getChild("attributes");
        if (own != null) {
            for (Xpp3Dom attribute : own.getChildren()) {
                attributes.put(attribute.getName(), attribute.getValue() == null ? "" : attribute.getValue());
            }
        }
        return attributes;
    }

    private static String value(@Nullable Xpp3Dom configuration, String name, String otherwise) {
        Xpp3Dom child = configuration == null ? null : configuration.getChild(name);
        return child == null || child.getValue() == null || child.getValue().isBlank()
                ? otherwise
                : child.getValue().strip();
    }
}
