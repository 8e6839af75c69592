// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.CheckRequest;
import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.maven.parameter.CommandLine;
import io.github.checklinks.maven.parameter.EnumParameter;
import io.github.checklinks.maven.parameter.ExternalCheck;
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

/** Builds a plan from the parameters and the project. */
final class PlanBuilder {

    private enum IfMissing {
        FAIL,
        SKIP
    }

    private final CheckParameters parameters;
    private final CommandLine commandLine;
    private final SettingsDecrypter decrypter;
    private final Log log;
    private final Path here;
    private final Goal goal;

    /** Creates a builder for a goal. */
    PlanBuilder(CheckParameters parameters, SettingsDecrypter decrypter, Goal goal) {
        this.parameters = parameters;
        this.goal = goal;
        this.commandLine = new CommandLine(parameters.session, parameters.mojoExecution);
        this.decrypter = decrypter;
        this.log = parameters.getLog();
        this.here = ProjectPaths.base(parameters.session, parameters.project);
    }

    /**
     * Returns the plan, or nothing if there is nothing to do, which has been logged then.
     *
     * @throws IllegalArgumentException if a parameter is invalid
     */
    Optional<Plan> plan() throws IOException {
        boolean offline = parameters.session.isOffline()
                || parameters.session.getSettings().isOffline();
        IfMissing ifMissing = EnumParameter.constant("ifMissing", parameters.ifMissing, IfMissing.class);
        String text = TextParameter.orNull(parameters.site);
        if (text != null && WebAddress.isUrl(text)) {
            Site.Served site = SiteParameter.served(text, offline);
            SiteParameter.checkSeeds(site, TextParameter.clean(parameters.seeds));
            if (TextParameter.orNull(parameters.siteUrl) != null) {
                log.warn("siteUrl is ignored because site is a URL; it is only used if site is a directory");
            }
            Plan plan = plan(site, mappings(), offline, OtherModules.NONE);
            return isCheckedElsewhere(site) ? Optional.empty() : Optional.of(plan);
        }
        Path directory = directory(text);
        Site.Built site = built(directory);
        if (!Files.isDirectory(directory)) {
            return missing(directory, ifMissing);
        }
        if (!TextParameter.clean(parameters.seeds).isEmpty()) {
            log.warn(
                    "seeds are ignored because site is a directory, of which every page is read; they are only used for a crawl");
        }
        List<Mapping> mappings = new ArrayList<>(mappings());
        List<MavenProject> modules = parameters.session.getAllProjects();
        List<Mapping> ofModules = ModuleMappings.of(modules, parameters.project, site.base(), directory);
        for (Mapping module : ofModules) {
            if (mappings.stream().noneMatch(known -> known.url().equals(module.url()))) {
                mappings.add(module);
            }
        }
        return Optional.of(
                plan(site, mappings, offline, OtherModules.of(site, ofModules, modules, parameters.project)));
    }

    private Plan plan(Site site, List<Mapping> mappings, boolean offline, OtherModules modules) throws IOException {
        RequestMapper requestMapper = new RequestMapper(parameters);
        RecordMapper recordMapper = new RecordMapper(parameters, goal);
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String format : TextParameter.clean(parameters.formats)) {
            formats.add(Format.of(format));
        }
        String origin = site instanceof Site.Served served ? origin(served) : null;
        SettingsAccess settings = new SettingsAccess(parameters.session.getSettings(), decrypter, log::warn);
        NetworkMapper network =
                new NetworkMapper(parameters, HostParameter.of(parameters.hosts, commandLine.text("hosts"), settings));
        Path root = reportRoot();
        Path reports = ReportDirectory.of(
                root, parameters.project, parameters.mojoExecution, SessionState.of(parameters.session));
        List<String> pagesOfReports =
                site instanceof Site.Built built ? ReportDirectory.pagesOfReports(built.directory(), root) : List.of();
        Baseline known = Baseline.read(baseline());
        CheckRequest request = new CheckRequest(
                site,
                mappings,
                requestMapper.reading(pagesOfReports),
                requestMapper.scope(recordMapper.externalCheck(), offline, here),
                requestMapper.acceptance(),
                requestMapper.policy(
                        commandLine.text("ignores"), goal == Goal.CHECK_LINKS ? known : known.withoutSuppression()),
                requestMapper.bounds(),
                network.politeness(),
                network.hostRules(),
                SessionState.of(parameters.session).slots(),
                network.http(origin, commandLine.text("headers"), settings.proxies(), version()),
                RepositorySources.of(
                        SourceRoots.of(
                                parameters.session, parameters.project, site, TextParameter.clean(parameters.sources)),
                        ProjectPaths.working(parameters.session),
                        System.getenv()),
                formats.stream().anyMatch(Format::needsEveryLink),
                reports.resolve(".work"),
                network.cache(
                        ProjectPaths.localRepository(parameters.session),
                        offline || goal == Goal.RECORD || recordMapper.externalCheck() == ExternalCheck.RECORDED),
                recordMapper.settings(here, offline));
        Advice advice = Advice.of(parameters.project, parameters.mojoExecution);
        Path pom = ProjectPaths.isWithoutPom(parameters.project)
                ? null
                : parameters.project.getFile().toPath().toAbsolutePath().normalize();
        StalePlaces stale =
                new StalePlaces(ProjectPaths.working(parameters.session), baseline(), pom, advice.baseline());
        return new Plan(request, baseline(), requestMapper.gate(), modules, advice, stale, reports, formats);
    }

    private Path directory(@Nullable String text) {
        if (text != null) {
            return SiteParameter.directory(text, here);
        }
        if (ProjectPaths.isWithoutPom(parameters.project)) {
            throw new IllegalArgumentException(
                    "site is not set, and there is no POM that defines where the site is built."
                            + " Example: -Dcheck-links.site=target/site or -Dcheck-links.site=https://example.org/docs/");
        }
        return ProjectPaths.site(parameters.project);
    }

    private Site.Built built(Path directory) {
        String text = TextParameter.orNull(parameters.siteUrl);
        SiteUrl address = text != null
                ? SiteUrl.configured(text)
                : ProjectPaths.isWithoutPom(parameters.project)
                        ? new SiteUrl(null, "siteUrl is not set")
                        : SiteUrl.of(parameters.project);
        log.info(
                address.url() == null
                        ? address.origin() + "; absolute links to this site are treated as external"
                        : "Links to " + address.url() + " (" + address.origin() + ") are resolved against "
                                + directory);
        return address.url() == null
                ? new Site.Built(directory, SiteParameter.UNKNOWN_URL, false)
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
        return MappingParameter.of(parameters.mappings, commandLine.text("mappings"), here);
    }

    /** Modules that inherit a configuration with a URL as site would all crawl the same site. */
    private boolean isCheckedElsewhere(Site.Served site) {
        String self = parameters.project.getId();
        String first = SessionState.of(parameters.session).claim("site " + site.start(), self);
        if (first.equals(self)) {
            return false;
        }
        log.info("Skipped: " + redacted(site.start()) + " is checked once in this build, in " + first);
        return true;
    }

    private Path baseline() {
        String text = TextParameter.orNull(parameters.baseline);
        return here.resolve(text == null ? "check-links-baseline.json" : text).normalize();
    }

    private Path reportRoot() {
        String text = TextParameter.orNull(parameters.reportDirectory);
        return ReportDirectory.usable(
                text == null
                        ? ProjectPaths.reports(parameters.session, parameters.project)
                        : here.resolve(text).normalize());
    }

    private String version() {
        String version = parameters.mojoExecution.getVersion();
        return version == null ? "unknown" : version;
    }

    private static String origin(Site.Served site) {
        return WebUrl.parse(site.start()) instanceof WebUrl url ? url.origin() : site.base();
    }

    private static String redacted(String url) {
        return WebUrl.parse(url) instanceof WebUrl parsed ? parsed.redacted() : url;
    }
}
