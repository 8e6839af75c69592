// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A function on all texts of a result, for instance one that removes passwords. Findings and links are filtered on access. */
public abstract class ResultFilter {

    /** Filters a URL, or a reference as written. */
    protected abstract String url(String url);

    /** Filters a text for users, which may contain URLs. */
    protected abstract String sentence(String text);

    /** Filters a name that is no URL, such as that of a file or an element. */
    protected abstract String name(String name);

    /** Filters the target of a finding. */
    protected String target(Finding finding) {
        return url(finding.target());
    }

    /** Filters a text for users about a finding. */
    protected String sentence(Finding finding, String text) {
        return sentence(text);
    }

    /** Returns a result whose texts have passed this filter. */
    public final CheckResult filter(CheckResult result) {
        return new CheckResult(
                url(result.site()),
                result.started(),
                result.duration(),
                result.complete(),
                sentence(result.stopReason()),
                result.summary(),
                result.skipped(),
                new Findings(RatedFindings.of(result.findings())),
                result.stale().stream().map(this::stale).toList(),
                result.notes().stream().map(this::sentence).toList(),
                new FilteredSources(result.sources()),
                listener -> result.ledger().forEach(link -> listener.accept(checked(link))),
                result.external());
    }

    /** Returns a decision whose texts have passed this filter. */
    public final GateResult filter(GateResult gate) {
        return new GateResult(gate.objections().stream().map(this::sentence).toList(), gate.complete(), gate.stale());
    }

    private StaleEntry stale(StaleEntry entry) {
        String ignore = entry.ignore();
        return new StaleEntry(
                sentence(entry.message()),
                ignore == null ? null : name(ignore),
                name(entry.file()),
                entry.line(),
                sentence(entry.fix()));
    }

    private Finding finding(Finding finding) {
        String hint = finding.hint();
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.zone(),
                target(finding),
                sentence(finding, finding.message()),
                hint == null ? null : sentence(finding, hint),
                finding.status(),
                hops(finding.hops()),
                finding.attempts(),
                finding.links() instanceof PagedLinks paged ? new Paged(paged) : new Links(finding.links()),
                finding.answer());
    }

    private CheckedLink checked(CheckedLink checked) {
        Link link = link(checked.link());
        Verdict verdict = checked.verdict();
        String detail = verdict.detail();
        String safe = detail == null ? null : sentence(detail);
        String target = checked.target() == null ? null : url(checked.target());
        List<Hop> hops = hops(checked.hops());
        boolean isSame = link.equals(checked.link())
                && Objects.equals(target, checked.target())
                && Objects.equals(detail, safe)
                && hops.equals(checked.hops());
        return isSame
                ? checked
                : new CheckedLink(
                        link,
                        target,
                        new Verdict(verdict.rule(), safe),
                        checked.severity(),
                        checked.cached(),
                        hops,
                        checked.answer());
    }

    private List<Hop> hops(List<Hop> hops) {
        return hops.isEmpty()
                ? hops
                : hops.stream()
                        .map(hop -> new Hop(url(hop.url()), hop.status()))
                        .toList();
    }

    private Link link(Link link) {
        Reference reference = link.reference();
        String page = url(link.page());
        String text = url(reference.text());
        String element = name(reference.element());
        String attribute = reference.attribute() == null ? null : name(reference.attribute());
        // Nearly all links are equal after the filter, and there may be millions.
        boolean isSame = page.equals(link.page())
                && text.equals(reference.text())
                && element.equals(reference.element())
                && Objects.equals(attribute, reference.attribute());
        return isSame
                ? link
                : link.filtered(
                        link.origin().renamed(page), new Reference(text, element, attribute, reference.position()));
    }

    private final class Findings extends AbstractList<Finding> implements RatedFindings {

        private final RatedFindings findings;

        Findings(RatedFindings findings) {
            this.findings = findings;
        }

        @Override
        public Finding get(int index) {
            return finding(findings.get(index));
        }

        @Override
        public Rule rule(int index) {
            return findings.rule(index);
        }

        @Override
        public Severity severity(int index) {
            return findings.severity(index);
        }

        @Override
        public int size() {
            return findings.size();
        }
    }

    private class Links extends AbstractList<Link> {

        private final List<Link> links;

        Links(List<Link> links) {
            this.links = links;
        }

        @Override
        public Link get(int index) {
            return link(links.get(index));
        }

        @Override
        public Iterator<Link> iterator() {
            Iterator<Link> all = links.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Link next() {
                    return link(all.next());
                }
            };
        }

        @Override
        public int size() {
            return links.size();
        }
    }

    private final class Paged extends Links implements PagedLinks {

        private final PagedLinks links;

        Paged(PagedLinks links) {
            super(links);
            this.links = links;
        }

        @Override
        public String page(int index) {
            return url(links.page(index));
        }
    }

    /** Looks up a source by the link as written, and filters its name. */
    private final class FilteredSources implements Sources {

        private final Sources sources;

        FilteredSources(Sources sources) {
            this.sources = sources;
        }

        @Override
        public @Nullable Source of(Link link) {
            Source source = sources.of(link.unfiltered());
            return source == null ? null : new Source(name(source.file()), source.line(), source.oneOfSeveral());
        }

        @Override
        public String inRepository(String file) {
            return name(sources.inRepository(file));
        }
    }
}
