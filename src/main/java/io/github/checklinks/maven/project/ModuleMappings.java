// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.url.PercentCoding;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.project.MavenProject;

/** Maps the published URLs of the other modules of the build to their local sites. */
public final class ModuleMappings {

    private ModuleMappings() {}

    /**
     * Returns one mapping per URL of another module, without a directory if its site does not exist. A module whose pages are contained
     * in the site being checked, as in a staged site, is not mapped.
     *
     * @param base the published URL of the site being checked, to which no other module is mapped
     * @param site the directory being checked
     */
    public static List<Mapping> of(Collection<MavenProject> modules, MavenProject self, String base, Path site) {
        Map<String, Mapping> mappings = new LinkedHashMap<>();
        for (MavenProject module : modules) {
            String url = module.equals(self) || ProjectPaths.isWithoutPom(module)
                    ? null
                    : SiteUrl.of(module).url();
            if (url == null || sameAddress(url, base) || holds(site, base, url)) {
                continue;
            }
            Path directory = ProjectPaths.site(module);
            boolean built = Files.isDirectory(directory) && !directory.equals(site);
            Mapping known = mappings.get(url);
            if (known == null || known.directory() == null) {
                mappings.put(url, new Mapping(url, built ? directory : null));
            }
        }
        return List.copyOf(mappings.values());
    }

    /** Returns whether the site being checked contains the pages of any other module. */
    public static boolean holdsAny(Collection<MavenProject> modules, MavenProject self, String base, Path site) {
        for (MavenProject module : modules) {
            String url = module.equals(self) || ProjectPaths.isWithoutPom(module)
                    ? null
                    : SiteUrl.of(module).url();
            if (url != null && !sameAddress(url, base) && holds(site, base, url)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameAddress(String one, String other) {
        return withoutScheme(one).equals(withoutScheme(other));
    }

    private static boolean holds(Path site, String base, String url) {
        String root = withoutScheme(base);
        String address = withoutScheme(url);
        try {
            return address.startsWith(root)
                    && Files.isDirectory(site.resolve(PercentCoding.decode(address.substring(root.length()))));
        } catch (InvalidPathException noDirectory) {
            return false;
        }
    }

    /** Removes the scheme: http and https are treated as the same site. */
    private static String withoutScheme(String url) {
        return url.substring(url.indexOf(':') + 1);
    }
}
