// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Sources;
import io.github.checklinks.source.BuiltPage.Part;
import io.github.checklinks.source.file.SourceFiles;
import io.github.checklinks.source.reference.SourceReference;
import io.github.checklinks.source.reference.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Locates the links of a built site in the sources of its projects. Reads files lazily, and returns no location if it is ambiguous. */
public final class ProjectSources implements Sources {

    /** Maximum number of cached locations: several reports look up the same links. */
    private static final int MAX_CACHED_LOCATIONS = 20_000;

    private static final int CACHED_PAGES = 4;

    private record CacheKey(String page, Reference reference) {}

    private final Path site;
    private final List<SourceProject> projects;
    private final SourceFiles files;
    private final SourceFiles pages;
    private final Documents documents;
    private final JavaFiles javaFiles;
    private @Nullable References references;
    private final Map<CacheKey, Optional<Source>> locations = new LinkedHashMap<>();
    private final Map<Path, BuiltPage> builtPages = new LinkedHashMap<>(CACHED_PAGES, 0.75f, true);

    /**
     * Creates a locator.
     *
     * @param base the directory of the build, to which reported names are relative; files outside of it are never named
     * @param site the directory of the built site
     * @param projects the projects whose pages the site contains; the one with the longest matching {@code below} takes precedence
     */
    public ProjectSources(Path base, Path site, List<SourceProject> projects) {
        this.site = site;
        this.projects = List.copyOf(projects);
        this.files = new SourceFiles(base);
        this.pages = new SourceFiles(site);
        this.documents = new Documents(files);
        this.javaFiles = new JavaFiles(files);
    }

    @Override
    public synchronized @Nullable Source of(Link link) {
        CacheKey key = new CacheKey(link.page(), link.reference());
        Optional<Source> known = locations.get(key);
        if (known == null) {
            known = Optional.ofNullable(locate(link));
            if (locations.size() < MAX_CACHED_LOCATIONS) {
                locations.put(key, known);
            }
        }
        return known.orElse(null);
    }

    private @Nullable Source locate(Link link) {
        Path file = pages.find(site, link.page());
        if (file == null || link.reference().position().line() == 0) {
            return null;
        }
        List<SourceProject> owners = owners(link.page());
        BuiltPage page = page(file);
        if (page.isJavadoc()) {
            return documented(owners, link, page);
        }
        Set<Path> copied = new LinkedHashSet<>();
        Map<Path, Documents.Document> rendered = new LinkedHashMap<>();
        SourceProject of = null;
        for (SourceProject owner : owners) {
            String own = String.valueOf(owner.own(link.page()));
            int before = copied.size() + rendered.size();
            copied.addAll(documents.copied(owner.sites(), own));
            documents.rendered(owner.sites(), own).forEach(document -> rendered.put(document.file(), document));
            of = copied.size() + rendered.size() > before ? owner : of;
        }
        if (of == null) {
            return owners.isEmpty() ? null : generated(owners.get(0), link, page);
        }
        if (copied.size() + rendered.size() > 1) {
            return null;
        }
        return copied.isEmpty()
                ? rendered(of, link, rendered.values().iterator().next(), page)
                : copied(copied.iterator().next(), file, link.reference(), page);
    }

    /** Returns the projects to which a page may belong, the most specific first. */
    private List<SourceProject> owners(String page) {
        List<SourceProject> owners = new ArrayList<>(projects);
        owners.removeIf(project -> project.own(page) == null);
        owners.sort((one, other) -> other.below().length() - one.below().length());
        return owners;
    }

    private BuiltPage page(Path file) {
        BuiltPage known = builtPages.get(file);
        if (known == null) {
            known = new BuiltPage(pages.text(file));
            builtPages.put(file, known);
            if (builtPages.size() > CACHED_PAGES) {
                builtPages.remove(builtPages.keySet().iterator().next());
            }
        }
        return known;
    }

    /** Returns the location of a link in a copied file, which is that on the page if both files are identical. */
    private Source copied(Path source, Path file, Reference reference, BuiltPage page) {
        String text = files.text(source);
        if (!text.isEmpty() && text.equals(pages.text(file))) {
            return new Source(files.name(source), reference.position().line(), false);
        }
        return OccurrenceMatcher.of(
                files.name(source), text, hits(Syntax.MARKUP, text, reference.text()), page.occurrence(reference));
    }

    private @Nullable Source rendered(SourceProject owner, Link link, Documents.Document document, BuiltPage page) {
        String own = String.valueOf(owner.own(link.page()));
        Reference reference = link.reference();
        BuiltPage.Occurrence occurrence = page.occurrence(reference);
        if (occurrence.part() == Part.FRAME) {
            return inDescriptors(owner, own, reference, occurrence);
        }
        String name = files.name(document.file());
        String text = files.text(document.file());
        List<SourceReference> hits = hits(document.syntax(), text, reference.text());
        if (occurrence.part() == Part.UNKNOWN) {
            Source menu = inDescriptors(owner, own, reference, occurrence);
            if (menu != null) {
                return hits.isEmpty() ? menu : null;
            }
            return hits.isEmpty() ? null : OccurrenceMatcher.of(name, text, hits, occurrence);
        }
        return hits.isEmpty() && IncludeDirectives.isIn(text)
                ? null
                : OccurrenceMatcher.of(name, text, hits, occurrence);
    }

    private List<SourceReference> hits(Syntax syntax, String text, String target) {
        References known = references;
        if (known == null || !known.areOf(syntax, text)) {
            known = new References(syntax, text);
            references = known;
        }
        return known.withTarget(target);
    }

    /** Returns the location of a link on a page without a document: a plugin's report, or a cross-referenced source page. */
    private @Nullable Source generated(SourceProject owner, Link link, BuiltPage page) {
        String own = String.valueOf(owner.own(link.page()));
        BuiltPage.Occurrence occurrence = page.occurrence(link.reference());
        if (own.startsWith("xref/") || own.startsWith("xref-test/")) {
            return crossReferenced(own.startsWith("xref/"), own, link.reference(), occurrence);
        }
        List<PomUrl> shown = PomUrl.shownOn(own).isEmpty() || occurrence.part() == Part.FRAME
                ? List.of()
                : owner.urls().stream()
                        .filter(url -> PomUrl.shownOn(own).contains(url.kind()))
                        .filter(url -> url.url().equals(link.reference().text()))
                        .toList();
        if (shown.isEmpty()) {
            return occurrence.part() == Part.CONTENT ? null : inDescriptors(owner, own, link.reference(), occurrence);
        }
        return inPom(shown);
    }

    private @Nullable Source inPom(List<PomUrl> urls) {
        PomUrl first = urls.get(0);
        Path file = files.find(first.file());
        if (file == null || urls.stream().anyMatch(url -> !url.file().equals(first.file()))) {
            return null;
        }
        boolean several = urls.stream().anyMatch(url -> url.line() != first.line());
        return new Source(files.name(file), first.line(), several);
    }

    private @Nullable Source inDescriptors(
            SourceProject owner, String own, Reference reference, BuiltPage.Occurrence occurrence) {
        return new PageChrome(files).source(owner.descriptors(), own, reference.text(), occurrence);
    }

    private @Nullable Source crossReferenced(
            boolean main, String own, Reference reference, BuiltPage.Occurrence occurrence) {
        List<Path> roots = projects.stream()
                .flatMap(project -> (main ? project.main() : project.test()).stream())
                .toList();
        String path = own.substring(own.indexOf('/') + 1);
        Path file = path.endsWith(".html")
                ? javaFiles.only(roots, path.substring(0, path.length() - ".html".length()) + ".java")
                : null;
        if (file == null) {
            return null;
        }
        String text = files.text(file);
        List<SourceReference> hits = new ArrayList<>();
        String target = reference.text();
        for (int i = text.indexOf(target); i >= 0 && !target.isEmpty(); i = text.indexOf(target, i + target.length())) {
            hits.add(new SourceReference(target, i, false));
        }
        return hits.isEmpty() ? null : OccurrenceMatcher.of(files.name(file), text, hits, occurrence);
    }

    private @Nullable Source documented(List<SourceProject> owners, Link link, BuiltPage page) {
        BuiltPage.Occurrence occurrence = page.occurrence(link.reference());
        if (occurrence.part() == Part.FRAME) {
            return null;
        }
        Path file = null;
        for (int i = 0; i < owners.size() && file == null; i++) {
            SourceProject owner = owners.get(i);
            file = javaFiles.documented(roots(List.of(owner)), String.valueOf(owner.own(link.page())));
        }
        if (file == null) {
            file = javaFiles.documented(roots(projects), link.page());
        }
        return file == null ? null : JavadocSource.of(files.name(file), files.text(file), link, occurrence);
    }

    private static List<Path> roots(List<SourceProject> projects) {
        return projects.stream()
                .flatMap(project -> Stream.concat(project.main().stream(), project.test().stream()))
                .distinct()
                .toList();
    }
}
