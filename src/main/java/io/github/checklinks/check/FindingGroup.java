// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The links of a finding, by their pages and their positions there; stand-ins by their numbers. Groups are equal if they belong to the same finding. There may be millions, nearly all with one link. */
final class FindingGroup implements Comparable<FindingGroup> {

    /** The page of a stand-in, whose position is its number. */
    static final int NO_PAGE = -1;

    private static final int[] ONE = {};

    final Assessment assessment;

    final int page;
    final int position;
    int size = 1;

    private final int target;

    /** What identifies the finding instead of the number of its target; null if that does. */
    final @Nullable String name;

    private final @Nullable String attribute;

    /** Alternating pages and positions of all links; empty if there is only one. */
    private int[] all = ONE;

    /**
     * Creates a group with one link.
     *
     * @param target the number of its target; -1 if that does not identify the finding
     * @param name what identifies the finding instead
     * @param attribute an attribute name that identifies it in addition
     */
    FindingGroup(
            Assessment assessment,
            int target,
            @Nullable String name,
            @Nullable String attribute,
            int page,
            int position) {
        this.assessment = assessment;
        this.target = target;
        this.name = name;
        this.attribute = attribute;
        this.page = page;
        this.position = position;
    }

    void add(int pageOfLink, int positionOfLink) {
        int[] places = all.length == 0 ? new int[] {page, position, 0, 0} : all;
        if (2 * size == places.length) {
            places = Arrays.copyOf(places, size * 4);
        }
        places[2 * size] = pageOfLink;
        places[2 * size + 1] = positionOfLink;
        size++;
        all = places;
    }

    /** Returns whether the link at an index is on a page; if not, it is a stand-in. */
    boolean isOnPage(int index) {
        return page(index) != NO_PAGE;
    }

    int page(int index) {
        return all.length == 0 ? page : all[2 * index];
    }

    int position(int index) {
        return all.length == 0 ? position : all[2 * index + 1];
    }

    /** Returns the page of the first link; empty if it is a stand-in. */
    OptionalInt firstPage() {
        return isOnPage(0) ? OptionalInt.of(page) : OptionalInt.empty();
    }

    /** Returns the pages of those of the first {@code most} links that are on pages. */
    int[] pages(int most) {
        return IntStream.range(0, Math.min(size, most))
                .filter(this::isOnPage)
                .map(this::page)
                .toArray();
    }

    /** Returns the number of pages that contain the links, which are added page by page, without those that are not counted. */
    int pages(IntPredicate counted) {
        int pages = 0;
        for (int i = 0; i < size; i++) {
            boolean another = i == 0 || page(i) != page(i - 1);
            pages += another && isOnPage(i) && counted.test(page(i)) ? 1 : 0;
        }
        return pages;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FindingGroup findingGroup
                && assessment.verdict().rule()
                        == findingGroup.assessment.verdict().rule()
                && assessment.severity() == findingGroup.assessment.severity()
                && target == findingGroup.target
                && Objects.equals(name, findingGroup.name)
                && Objects.equals(attribute, findingGroup.attribute);
    }

    /** Comparable only because {@code HashMap} then searches keys with equal hash codes in logarithmic time. */
    @Override
    public int compareTo(FindingGroup other) {
        int order = Integer.compare(target, other.target);
        order = order != 0
                ? order
                : assessment
                        .verdict()
                        .rule()
                        .compareTo(other.assessment.verdict().rule());
        order = order != 0 ? order : assessment.severity().compareTo(other.assessment.severity());
        order = order != 0 ? order : compare(name, other.name);
        return order != 0 ? order : compare(attribute, other.attribute);
    }

    private static int compare(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? Boolean.compare(one != null, other != null) : one.compareTo(other);
    }

    @Override
    public int hashCode() {
        int ofRule = assessment.verdict().rule().ordinal() * 31
                + assessment.severity().ordinal();
        int ofName = Objects.hashCode(name) * 31 + Objects.hashCode(attribute);
        return (ofRule * 31 + target) * 31 + ofName;
    }
}
