// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.checklinks.crawl.directory.FileLookup;
import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.facts.store.LongList;
import io.github.checklinks.facts.store.Spool;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Facts written by hand, for tests of what follows from them; without files, servers and a crawl. */
public final class HandMadeFacts {

    /** The base URL of the site. */
    public static final String SITE = "https://site.example/";

    private static final LinkAttribute A = new LinkAttribute("a", "href", LinkKind.LINK);

    private final FactsBuilder.Shared shared = new FactsBuilder.Shared();
    private final Targets targets = shared.targets();
    private final FactsBuilder builder = new FactsBuilder(
            new Facts.Names(SITE, WebUrl::href, WebUrl::href),
            shared,
            new LocalRoots(new FileLookup(List.of("index.html"), false)),
            new Spool(Path.of("nowhere")),
            5);
    private int files;

    /** Adds a target of any kind, and returns its number. */
    public int target(String url, TargetKind kind, Zone zone) {
        return targets.add(url, new TargetClassification(kind, kind == TargetKind.FILE ? files++ : 0), zone);
    }

    /** Adds a file of the site, given by its path, and returns the number of its target. */
    public int file(String path) {
        return target(SITE + path, TargetKind.FILE, Zone.SITE);
    }

    /** Adds a missing file of the site, given by its path. */
    public int absent(String path) {
        return target(SITE + path, TargetKind.ABSENT, Zone.SITE);
    }

    /** Adds a skipped target. */
    public int skipped(String url, SkipReason reason) {
        return targets.add(url, TargetClassification.skipped(reason), Zone.EXTERNAL);
    }

    /** Adds a page of a served site, given by its path, with its outcome. */
    public int onSite(String path, Outcome outcome) {
        return visited(SITE + path, TargetKind.FOLLOW, Zone.SITE, outcome);
    }

    /** Adds an external target with its outcome. */
    public int external(String url, Outcome outcome) {
        return visited(url, TargetKind.PROBE, Zone.EXTERNAL, outcome);
    }

    private int visited(String url, TargetKind kind, Zone zone, Outcome outcome) {
        int target = target(url, kind, zone);
        builder.setOutcome(target, outcome);
        return target;
    }

    /** Adds an HTML page that was read at a target, with its anchors, and returns the number of the page. */
    public int page(int target, String... anchors) {
        return page(target, -1, DocumentType.HTML, anchors);
    }

    /** Adds an HTML page that refreshes to another target without delay. */
    public int pageWithRefresh(int target, int refreshesTo, String... anchors) {
        return page(target, refreshesTo, DocumentType.HTML, anchors);
    }

    /** Adds a page of any document type. */
    public int page(int target, int refreshesTo, DocumentType documentType, String... anchors) {
        LongList hashes = new LongList();
        for (String anchor : anchors) {
            byte[] utf8 = anchor.getBytes(UTF_8);
            hashes.add(AnchorHash.of(utf8, 0, utf8.length));
        }
        PageResult result = new PageResult(
                0, new int[0], new int[0], hashes.sorted(), new byte[0], new byte[0], refreshesTo, false, false);
        try {
            int page = builder.addPage(target, result, documentType, false);
            if (targets.kind(target) == TargetKind.FILE) {
                builder.setPageOfFile(targets.file(target), page);
            } else {
                builder.setPageOfTarget(target, page);
            }
            return page;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns an ordinary link of an {@code a} element. */
    public static StoredLink link(String text, int target) {
        return link(text, LinkState.ORDINARY, target);
    }

    /** Returns a link of an {@code a} element. */
    public static StoredLink link(String text, LinkState linkState, int target) {
        return new StoredLink(A, linkState, target, new Position(1, 1), text);
    }

    /** Returns the builder, for what is added rarely. */
    public FactsBuilder builder() {
        return builder;
    }

    /** Returns the facts as readers get them. */
    public Facts facts() {
        return builder.build();
    }
}
