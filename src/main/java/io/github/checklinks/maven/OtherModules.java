// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.maven.project.ModuleMappings;
import io.github.checklinks.maven.project.ProjectPaths;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.SkipReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Reports links to other modules of the build that were not checked because the sites of these modules do not exist.
 *
 * @param staged the staged site that should contain the sites of the modules and contains none; null if the site being checked is the
 *     project's own
 */
record OtherModules(@Nullable Path staged) {

    /** For a site without other modules. */
    static final OtherModules NONE = new OtherModules(null);

    private static final String PLUGIN = "io.github.checklinks:check-links-maven-plugin";

    /**
     * Determines whether a check is meant for all modules but runs too early. Modules that are built later are checked on their own, so
     * links to them from a project's own site may be skipped. A staged site contains all modules: it is not the directory in which the
     * project's own site is built, and it is Maven's staging directory or no module has a check of its own.
     *
     * @param mappings the mappings of the other modules
     */
    static OtherModules of(
            Site.Built site, List<Mapping> mappings, Collection<MavenProject> modules, MavenProject self) {
        Path directory = site.directory();
        boolean missing = mappings.stream()
                .anyMatch(module -> module.directory() == null && module.url().startsWith(site.base()));
        boolean any = mappings.stream().anyMatch(module -> module.directory() != null)
                || ModuleMappings.holdsAny(modules, self, site.base(), directory);
        if (!missing || any || ProjectPaths.isWithoutPom(self) || directory.equals(ProjectPaths.site(self))) {
            return NONE;
        }
        return directory.equals(staging(self)) || modules.stream().noneMatch(module -> hasOwnCheck(module, self))
                ? new OtherModules(directory)
                : NONE;
    }

    /** Returns the directory to which the goal {@code site:stage} copies the sites of all modules. */
    private static Path staging(MavenProject project) {
        return project.getBasedir()
                .toPath()
                .toAbsolutePath()
                .resolve(project.getBuild().getDirectory())
                .resolve("staging")
                .normalize();
    }

    private static boolean hasOwnCheck(MavenProject module, MavenProject self) {
        return !module.equals(self)
                && module.getPlugin(PLUGIN) != null
                && !module.getPlugin(PLUGIN).getExecutions().isEmpty();
    }

    /** Returns the result with a note on links that were not checked. */
    CheckResult noted(CheckResult result) {
        long skipped = skipped(result);
        if (skipped == 0 || staged != null) {
            return result;
        }
        List<String> notes = new ArrayList<>(result.notes());
        notes.add(targets(skipped)
                + " not checked (other-module), because these modules are built later. To have the links judged,"
                + " build all sites first: mvn clean site, then mvn verify; or check the staged site of all modules once:"
                + " mvn clean site site:stage, then mvn -N verify with site set to target/staging");
        return result.with(result.stale(), notes);
    }

    /** Returns the gate's decision, failing a staged site none of whose links to modules were checked. */
    GateResult judged(CheckResult result, GateResult gate) {
        long skipped = skipped(result);
        if (skipped == 0 || staged == null) {
            return gate;
        }
        return gate.and(targets(skipped) + " not checked (other-module), and no link into any module was: " + staged
                + " holds none of their sites yet. Stage them before the check:"
                + " mvn clean site site:stage, then mvn -N verify");
    }

    private static String targets(long count) {
        return count + (count == 1 ? " target in another module was" : " targets in other modules were");
    }

    private static long skipped(CheckResult result) {
        return result.skipped().getOrDefault(SkipReason.OTHER_MODULE, 0L);
    }
}
