// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import io.github.checklinks.url.WebUrl;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Distinguishes project URLs that point to the code from those that point to the site. */
final class CodeHosts {

    /** Hosts of code. */
    private static final Set<String> HOSTS = Set.of(
            "github.com",
            "gitlab.com",
            "bitbucket.org",
            "codeberg.org",
            "gitee.com",
            "sr.ht",
            "git.sr.ht",
            "launchpad.net",
            "sourceforge.net",
            "dev.azure.com",
            "savannah.gnu.org",
            "notabug.org");

    /** Prefixes of hosts on which organisations run such a server themselves. */
    private static final List<String> LABELS =
            List.of("git.", "github.", "gitlab.", "gitea.", "gitbox.", "bitbucket.", "svn.");

    private CodeHosts() {}

    /** Returns whether the URL is on a code host, or is that of the project's code, issues or builds. */
    static boolean is(String address, MavenProject project) {
        return isCodeHost(address) || isPrefixOfOne(address, project) || isBelowOne(address, project.getParent());
    }

    /** Returns whether Maven derived the URL from the URL of a parent that is such a URL. */
    private static boolean isBelowOne(String address, @Nullable MavenProject parent) {
        return parent != null
                && parent.getUrl() != null
                && isPrefix(parent.getUrl(), address)
                && is(parent.getUrl(), parent);
    }

    private static boolean isPrefixOfOne(String address, MavenProject project) {
        Model model = project.getModel();
        String scm = model.getScm() == null ? null : model.getScm().getUrl();
        String issues = model.getIssueManagement() == null
                ? null
                : model.getIssueManagement().getUrl();
        String builds =
                model.getCiManagement() == null ? null : model.getCiManagement().getUrl();
        return Stream.of(scm, issues, builds).anyMatch(other -> other != null && isPrefix(address, other));
    }

    private static boolean isPrefix(String address, String other) {
        String start = address.strip().replaceFirst("/+$", "");
        return other.startsWith(start)
                && (other.length() == start.length() || "/.?#".indexOf(other.charAt(start.length())) >= 0);
    }

    private static boolean isCodeHost(String address) {
        String host = host(address);
        String bare = host.startsWith("www.") ? host.substring(4) : host;
        return HOSTS.contains(bare) || LABELS.stream().anyMatch(bare::startsWith);
    }

    private static String host(String address) {
        String host = WebUrl.parse(address) instanceof WebUrl url ? url.host() : null;
        return host == null ? "" : host;
    }
}
