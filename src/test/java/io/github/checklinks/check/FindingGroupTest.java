// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingGroupTest {

    @Test
    void linksKeepTheirOrder() {
        FindingGroup findingGroup = group(Rule.MISSING_FILE, 7, null, 3, 40);
        for (int i = 1; i < 100; i++) {
            findingGroup.add(3 + i, 40 * i);
        }

        assertThat(findingGroup.size).isEqualTo(100);
        assertThat(findingGroup.page(0)).isEqualTo(3);
        assertThat(findingGroup.position(0)).isEqualTo(40);
        assertThat(findingGroup.page(99)).isEqualTo(102);
        assertThat(findingGroup.position(99)).isEqualTo(3960);
        assertThat(findingGroup.pages(100)).hasSize(100).isSorted();
        assertThat(findingGroup.pages(2)).containsExactly(3, 4);
    }

    @Test
    void oneLinkIsAGroup() {
        FindingGroup findingGroup = group(Rule.MISSING_FILE, 7, null, 3, 40);

        assertThat(findingGroup.pages(100)).containsExactly(3);
        assertThat(findingGroup.page(0)).isEqualTo(3);
        assertThat(findingGroup.position(0)).isEqualTo(40);
    }

    @Test
    void aStandInIsOnNoPage() {
        FindingGroup findingGroup = group(Rule.NOT_FOUND, 7, null, FindingGroup.NO_PAGE, 2);
        findingGroup.add(5, 60);

        assertThat(findingGroup.isOnPage(0)).isFalse();
        assertThat(findingGroup.firstPage()).isEmpty();
        assertThat(findingGroup.position(0)).isEqualTo(2);
        assertThat(findingGroup.isOnPage(1)).isTrue();
        assertThat(findingGroup.pages(100)).containsExactly(5);
    }

    @Test
    void groupsOfOneFindingAreEqualWhereverTheirLinksStand() {
        FindingGroup findingGroup = group(Rule.MISSING_FILE, 7, null, 3, 40);

        assertThat(findingGroup)
                .isEqualTo(group(Rule.MISSING_FILE, 7, null, 4, 80))
                .hasSameHashCodeAs(group(Rule.MISSING_FILE, 7, null, 4, 80));
        assertThat(findingGroup).isNotEqualTo(group(Rule.MISSING_FILE, 8, null, 3, 40));
        assertThat(findingGroup).isNotEqualTo(group(Rule.NOT_FOUND, 7, null, 3, 40));
        assertThat(group(Rule.MISSING_FRAGMENT, -1, "a#x", 3, 40))
                .isEqualTo(group(Rule.MISSING_FRAGMENT, -1, "a#x", 5, 0))
                .isNotEqualTo(group(Rule.MISSING_FRAGMENT, -1, "a#y", 3, 40));
    }

    /** A hash map searches keys with equal hash codes, which a page can provoke, linearly unless they are comparable. */
    @Test
    void groupsHaveAnOrderInWhichOnlyEqualOnesAreLevel() {
        List<FindingGroup> groups = List.of(
                group(Rule.MISSING_FILE, 7, null, 3, 40),
                group(Rule.MISSING_FILE, 8, null, 3, 40),
                group(Rule.NOT_FOUND, 7, null, 3, 40),
                group(Rule.MISSING_FRAGMENT, -1, "Aa", 3, 40),
                group(Rule.MISSING_FRAGMENT, -1, "BB", 3, 40),
                group(Rule.MISSING_FRAGMENT, -1, "BB", 5, 0));
        assertThat(groups.get(3)).hasSameHashCodeAs(groups.get(4));

        for (FindingGroup one : groups) {
            for (FindingGroup other : groups) {
                assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
                assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
            }
        }
    }

    private static FindingGroup group(Rule rule, int target, @Nullable String name, int page, int position) {
        Verdict verdict = new Verdict(rule, null);
        Assessment assessment = new Assessment(verdict, verdict, Severity.ERROR, Zone.SITE);
        return new FindingGroup(assessment, target, name, null, page, position);
    }
}
