// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import io.github.checklinks.source.PomUrl;
import io.github.checklinks.source.PomUrl.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Contributor;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputLocationTracker;
import org.apache.maven.model.License;
import org.apache.maven.model.MailingList;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Collects the URLs of a POM with their locations, which Maven tracks. Those inherited from a parent in a repository cannot be edited. */
final class PomUrls {

    private final List<PomUrl> urls = new ArrayList<>();

    private PomUrls() {}

    static List<PomUrl> of(MavenProject project) {
        PomUrls found = new PomUrls();
        found.read(project.getModel());
        return List.copyOf(found.urls);
    }

    private void read(Model model) {
        add(Kind.PROJECT, model.getUrl(), model, "url");
        if (model.getOrganization() != null) {
            add(Kind.ORGANIZATION, model.getOrganization().getUrl(), model.getOrganization(), "url");
        }
        if (model.getScm() != null) {
            add(Kind.SCM, model.getScm().getUrl(), model.getScm(), "url");
        }
        if (model.getIssueManagement() != null) {
            add(Kind.ISSUES, model.getIssueManagement().getUrl(), model.getIssueManagement(), "url");
        }
        if (model.getCiManagement() != null) {
            add(Kind.CI, model.getCiManagement().getUrl(), model.getCiManagement(), "url");
        }
        for (License license : model.getLicenses()) {
            add(Kind.LICENSE, license.getUrl(), license, "url");
        }
        model.getDevelopers().forEach(this::person);
        model.getContributors().forEach(this::person);
        model.getMailingLists().forEach(this::mailingList);
        if (model.getDistributionManagement() != null) {
            distribution(model.getDistributionManagement());
        }
    }

    private void person(Contributor person) {
        add(Kind.PERSON, person.getUrl(), person, "url");
        add(Kind.PERSON, person.getOrganizationUrl(), person, "organizationUrl");
    }

    private void mailingList(MailingList list) {
        add(Kind.MAILING_LIST, list.getArchive(), list, "archive");
        add(Kind.MAILING_LIST, list.getSubscribe(), list, "subscribe");
        add(Kind.MAILING_LIST, list.getUnsubscribe(), list, "unsubscribe");
        add(Kind.MAILING_LIST, list.getPost(), list, "post");
        for (String archive : list.getOtherArchives()) {
            add(Kind.MAILING_LIST, archive, list, "otherArchives");
        }
    }

    private void distribution(DistributionManagement distribution) {
        add(Kind.DISTRIBUTION, distribution.getDownloadUrl(), distribution, "downloadUrl");
        if (distribution.getSite() != null) {
            add(Kind.DISTRIBUTION, distribution.getSite().getUrl(), distribution.getSite(), "url");
        }
        if (distribution.getRepository() != null) {
            add(Kind.DISTRIBUTION, distribution.getRepository().getUrl(), distribution.getRepository(), "url");
        }
        if (distribution.getSnapshotRepository() != null) {
            add(
                    Kind.DISTRIBUTION,
                    distribution.getSnapshotRepository().getUrl(),
                    distribution.getSnapshotRepository(),
                    "url");
        }
    }

    private void add(Kind kind, @Nullable String url, InputLocationTracker holder, String element) {
        InputLocation place = url == null ? null : holder.getLocation(element);
        String file = place == null || place.getSource() == null
                ? null
                : place.getSource().getLocation();
        if (url == null || place == null || file == null) {
            return;
        }
        try {
            urls.add(new PomUrl(url, kind, Path.of(file), Math.max(0, place.getLineNumber())));
        } catch (InvalidPathException noFile) {
            // A POM that is not a file, such as one in the memory of an IDE, has no location to report.
        }
    }
}
