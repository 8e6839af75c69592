// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.CheckRequest;
import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.maven.parameter.CommandLine;
import io.github.checklinks.maven.parameter.EnumParameter;
import io.github.checklinks.maven.parameter.HostParameter;
import io.github.checklinks.maven.parameter.MappingParameter;
import io.github.checklinks.maven.parameter.SettingsAccess;
import io.github.checklinks.maven.parameter.TextParameter;
import io.github.checklinks.maven.parameter.WebAddress;
import io.github.checklinks.maven.project.ModuleMappings;
import io.github.checklinks.maven.project.ProjectPaths;
import io.github.checklinks.maven.project.ReportDirectory;
import io.github.checklinks.maven.project.SessionState;
import io.github.checklinks.maven.project.SiteParameter;
import io.github.checklinks.maven.project.SiteUrl;
import io.github.checklinks.maven.project.SourceRoots;
import io.github.checklinks.model.Site;
import io.github.checklinks.report.Format;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Makes a plan of what users typed and what the project says. */
final class PlanBuilder {

    private enum IfMissing {
        FAIL,
        SKIP
    }

    private final CheckParameters typed;
    private final CommandLine commandLine;
    private final SettingsDecrypter decrypter;
    private final Log log;
    private final Path here;
    private final boolean muting;

    /**
     * Nothing planned yet.
     *
     * @param muting whether the baseline mutes what it knows
     */
    PlanBuilder(CheckParameters typed, SettingsDecrypter decrypter, boolean muting) {
        this.typed = typed;
        this.muting = muting;
        this.commandLine = new CommandLine(typed.session, typed.mojoExecution);
        this.decrypter = decrypter;
        this.log = typed.getLog();
        this.here = ProjectPaths.base(typed.session, typed.project);
    }

    /**
     * The plan; none when there is nothing to do, which has been told then.
     *
     * @throws IllegalArgumentException when something typed cannot be obeyed
     */
    Optional<Plan> plan() throws IOException {
        boolean offline =
                typed.session.isOffline() || typed.session.getSettings().isOffline();
        IfMissing ifMissing = EnumParameter.constant("ifMissing", typed.ifMissing, IfMissing.class);
        String text = TextParameter.orNull(typed.site);
        if (text != null && WebAddress.isUrl(text)) {
            Site.Served site = SiteParameter.served(text, offline);
            SiteParameter.checkSeeds(site, TextParameter.clean(typed.seeds));
            if (TextParameter.orNull(typed.siteUrl) != null) {
                log.warn("siteUrl is not used: it says where a directory will be published, and site is a URL");
            }
            Plan plan = plan(site, mappings(), offline, OtherModules.NONE);
            return isCheckedElsewhere(site) ? Optional.empty() : Optional.of(plan);
        }
        Path directory = directory(text);
        Site.Built site = built(directory);
        if (!Files.isDirectory(directory)) {
            return missing(directory, ifMissing);
        }
        if (!TextParameter.clean(typed.seeds).isEmpty()) {
            log.warn("seeds are not used: they are for a crawl, and site is a directory, of which every page is read");
        }
        List<Mapping> mappings = new ArrayList<>(mappings());
        List<MavenProject> modules = typed.session.getAllProjects();
        List<Mapping> ofModules = ModuleMappings.of(modules, typed.project, site.base(), directory);
        for (Mapping module : ofModules) {
            if (mappings.stream().noneMatch(known -> known.url().equals(module.url()))) {
                mappings.add(module);
            }
        }
        return Optional.of(plan(site, mappings, offline, OtherModules.of(site, ofModules, modules, typed.project)));
    }

    private Plan plan(Site site, List<Mapping> mappings, boolean offline, OtherModules modules) throws IOException {
        RequestMapper requestMapper = new RequestMapper(typed);
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String format : TextParameter.clean(typed.formats)) {
            formats.add(Format.of(format));
        }
        String origin = site instanceof Site.Served served ? origin(served) : null;
        SettingsAccess settings = new SettingsAccess(typed.session.getSettings(), decrypter, log::warn);
        NetworkMapper network =
                new NetworkMapper(typed, HostParameter.of(typed.hosts, commandLine.text("hosts"), settings));
        Path root = reportRoot();
        Path reports = ReportDirectory.of(root, typed.project, typed.mojoExecution, SessionState.of(typed.session));
        List<String> pagesOfReports =
                site instanceof Site.Built built ? ReportDirectory.pagesOfReports(built.directory(), root) : List.of();
        Baseline known = Baseline.read(baseline());
        CheckRequest request = new CheckRequest(
                site,
                mappings,
                requestMapper.reading(pagesOfReports),
                requestMapper.policy(offline, commandLine.text("ignores"), here),
                muting ? known : known.asReminder(),
                requestMapper.bounds(),
                network.politeness(),
                SessionState.of(typed.session).slots(),
                network.http(origin, commandLine.text("headers"), settings.proxies(), version()),
                RepositorySources.of(
                        SourceRoots.of(typed.session, typed.project, site),
                        ProjectPaths.working(typed.session),
                        System.getenv()),
                formats.contains(Format.LEDGER),
                reports.resolve(".work"),
                network.cache(ProjectPaths.localRepository(typed.session), offline));
        Advice advice = Advice.of(typed.project, typed.mojoExecution);
        Path pom = ProjectPaths.isWithoutPom(typed.project)
                ? null
                : typed.project.getFile().toPath().toAbsolutePath().normalize();
        StalePlaces stale = new StalePlaces(ProjectPaths.working(typed.session), baseline(), pom, advice.baseline());
        return new Plan(request, baseline(), requestMapper.gate(), modules, advice, stale, reports, formats);
    }

    private Path directory(@Nullable String text) {
        if (text != null) {
            return SiteParameter.directory(text, here);
        }
        if (ProjectPaths.isWithoutPom(typed.project)) {
            throw new IllegalArgumentException(
                    "site is not set, and there is no pom here that says where a site is built."
                            + " Example: -Dcheck-links.site=target/site or -Dcheck-links.site=https://example.org/docs/");
        }
        return ProjectPaths.site(typed.project);
    }

    private Site.Built built(Path directory) {
        String text = TextParameter.orNull(typed.siteUrl);
        SiteUrl address = text != null
                ? SiteUrl.configured(text)
                : ProjectPaths.isWithoutPom(typed.project)
                        ? new SiteUrl(null, "siteUrl is not set")
                        : SiteUrl.of(typed.project);
        log.info(
                address.url() == null
                        ? "No siteUrl (" + address.origin() + "): absolute links to the site count as external"
                        : "Links to " + address.url() + " (" + address.origin() + ") are answered from " + directory);
        return address.url() == null
                ? new Site.Built(directory, SiteParameter.NOWHERE, false)
                : new Site.Built(directory, address.url(), true);
    }

    private Optional<Plan> missing(Path directory, IfMissing ifMissing) {
        if (ifMissing == IfMissing.FAIL) {
            throw new IllegalArgumentException(SiteParameter.missing(directory));
        }
        log.info("Skipped: there is no site at " + directory + " (ifMissing is skip)");
        return Optional.empty();
    }

    private List<Mapping> mappings() {
        return MappingParameter.of(typed.mappings, commandLine.text("mappings"), here);
    }

    /** Modules that inherit one configuration with a URL as site would all crawl the same. */
    private boolean isCheckedElsewhere(Site.Served site) {
        String self = typed.project.getId();
        String first = SessionState.of(typed.session).claim("site " + site.start(), self);
        if (first.equals(self)) {
            return false;
        }
        log.info("Skipped: " + redacted(site.start()) + " is checked once in this build, in " + first);
        return true;
    }

    private Path baseline() {
        String text = TextParameter.orNull(typed.baseline);
        return here.resolve(text == null ? "check-links-baseline.json" : text).normalize();
    }

    private Path reportRoot() {
        String text = TextParameter.orNull(typed.reportDirectory);
        return ReportDirectory.usable(
                text == null
                        ? ProjectPaths.reports(typed.session, typed.project)
                        : here.resolve(text).normalize());
    }

    private String version() {
        String version = typed.mojoExecution.getVersion();
        return version == null ? "unknown" : version;
    }

    private static String origin(Site.Served site) {
        return WebUrl.parse(site.start()) instanceof WebUrl url ? url.origin() : site.base();
    }

    private static String redacted(String url) {
        return WebUrl.parse(url) instanceof WebUrl parsed ? parsed.redacted() : url;
    }
}
