// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Sources;
import io.github.checklinks.source.BuiltPage.Part;
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

/** The sources of a project's built site. Looks into files only when it is asked; of two places that could be meant it names none. */
public final class ProjectSources implements Sources {

    /** So many answers are remembered, because several reports ask the same. */
    private static final int REMEMBERED = 20_000;

    private static final int PAGES_KEPT = 4;

    private record Question(String page, Reference reference) {}

    private final Path site;
    private final List<SourceProject> projects;
    private final SourceFiles files;
    private final SourceFiles pages;
    private final Documents documents;
    private final JavaFiles javaFiles;
    private @Nullable References references;
    private final Map<Question, Optional<Source>> answers = new LinkedHashMap<>();
    private final Map<Path, BuiltPage> built = new LinkedHashMap<>(PAGES_KEPT, 0.75f, true);

    /**
     * Nothing looked for yet.
     *
     * @param base the directory the build runs in: what names are relative to, and nothing outside it is named
     * @param site the directory of the built site
     * @param projects whose pages the site holds; of several that match a page, the one with the longest {@code below}
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
        Question question = new Question(link.page(), link.reference());
        Optional<Source> known = answers.get(question);
        if (known == null) {
            known = Optional.ofNullable(found(link));
            if (answers.size() < REMEMBERED) {
                answers.put(question, known);
            }
        }
        return known.orElse(null);
    }

    private @Nullable Source found(Link link) {
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

    /** The projects that a page may belong to, the closest first. */
    private List<SourceProject> owners(String page) {
        List<SourceProject> owners = new ArrayList<>(projects);
        owners.removeIf(project -> project.own(page) == null);
        owners.sort((one, other) -> other.below().length() - one.below().length());
        return owners;
    }

    private BuiltPage page(Path file) {
        BuiltPage known = built.get(file);
        if (known == null) {
            known = new BuiltPage(pages.text(file));
            built.put(file, known);
            if (built.size() > PAGES_KEPT) {
                built.remove(built.keySet().iterator().next());
            }
        }
        return known;
    }

    /** A file that was copied as it is has its links where the page has them. */
    private Source copied(Path source, Path file, Reference reference, BuiltPage page) {
        String text = files.text(source);
        if (!text.isEmpty() && text.equals(pages.text(file))) {
            return new Source(files.name(source), reference.position().line(), false);
        }
        return OccurrenceMatcher.of(
                files.name(source), text, hits(Syntax.MARKUP, text, reference.text()), page.standing(reference));
    }

    private @Nullable Source rendered(SourceProject owner, Link link, Documents.Document document, BuiltPage page) {
        String own = String.valueOf(owner.own(link.page()));
        Reference reference = link.reference();
        BuiltPage.Standing standing = page.standing(reference);
        if (standing.part() == Part.FRAME) {
            return described(owner, own, reference, standing);
        }
        String name = files.name(document.file());
        String text = files.text(document.file());
        List<SourceReference> hits = hits(document.syntax(), text, reference.text());
        if (standing.part() == Part.UNKNOWN) {
            Source menu = described(owner, own, reference, standing);
            if (menu != null) {
                return hits.isEmpty() ? menu : null;
            }
            return hits.isEmpty() ? null : OccurrenceMatcher.of(name, text, hits, standing);
        }
        return hits.isEmpty() && IncludeDirectives.isIn(text) ? null : OccurrenceMatcher.of(name, text, hits, standing);
    }

    private List<SourceReference> hits(Syntax syntax, String text, String target) {
        References known = references;
        if (known == null || !known.areOf(syntax, text)) {
            known = new References(syntax, text);
            references = known;
        }
        return known.saying(target);
    }

    /** A page that has no document: a report of some plugin, or a Java file with cross-references. */
    private @Nullable Source generated(SourceProject owner, Link link, BuiltPage page) {
        String own = String.valueOf(owner.own(link.page()));
        BuiltPage.Standing standing = page.standing(link.reference());
        if (own.startsWith("xref/") || own.startsWith("xref-test/")) {
            return crossReferenced(own.startsWith("xref/"), own, link.reference(), standing);
        }
        List<PomUrl> shown = PomUrl.shownOn(own).isEmpty() || standing.part() == Part.FRAME
                ? List.of()
                : owner.urls().stream()
                        .filter(url -> PomUrl.shownOn(own).contains(url.kind()))
                        .filter(url -> url.url().equals(link.reference().text()))
                        .toList();
        if (shown.isEmpty()) {
            return standing.part() == Part.CONTENT ? null : described(owner, own, link.reference(), standing);
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

    private @Nullable Source described(
            SourceProject owner, String own, Reference reference, BuiltPage.Standing standing) {
        return new PageChrome(files).source(owner.descriptors(), own, reference.text(), standing);
    }

    private @Nullable Source crossReferenced(
            boolean main, String own, Reference reference, BuiltPage.Standing standing) {
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
        return hits.isEmpty() ? null : OccurrenceMatcher.of(files.name(file), text, hits, standing);
    }

    private @Nullable Source documented(List<SourceProject> owners, Link link, BuiltPage page) {
        BuiltPage.Standing standing = page.standing(link.reference());
        if (standing.part() == Part.FRAME) {
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
        return file == null ? null : JavadocSource.of(files.name(file), files.text(file), link, standing);
    }

    private static List<Path> roots(List<SourceProject> projects) {
        return projects.stream()
                .flatMap(project -> Stream.concat(project.main().stream(), project.test().stream()))
                .distinct()
                .toList();
    }
}
