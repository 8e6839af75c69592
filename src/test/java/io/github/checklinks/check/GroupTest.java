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

class GroupTest {

    @Test
    void linksKeepTheirOrder() {
        Group group = group(Rule.MISSING_FILE, 7, null, 3, 40);
        for (int i = 1; i < 100; i++) {
            group.add(3 + i, 40 * i);
        }

        assertThat(group.size).isEqualTo(100);
        assertThat(group.page(0)).isEqualTo(3);
        assertThat(group.position(0)).isEqualTo(40);
        assertThat(group.page(99)).isEqualTo(102);
        assertThat(group.position(99)).isEqualTo(3960);
        assertThat(group.pages(100)).hasSize(100).isSorted();
        assertThat(group.pages(2)).containsExactly(3, 4);
    }

    @Test
    void oneLinkIsAGroup() {
        Group group = group(Rule.MISSING_FILE, 7, null, 3, 40);

        assertThat(group.pages(100)).containsExactly(3);
        assertThat(group.page(0)).isEqualTo(3);
        assertThat(group.position(0)).isEqualTo(40);
    }

    @Test
    void groupsOfOneFindingAreEqualWhereverTheirLinksStand() {
        Group group = group(Rule.MISSING_FILE, 7, null, 3, 40);

        assertThat(group)
                .isEqualTo(group(Rule.MISSING_FILE, 7, null, 4, 80))
                .hasSameHashCodeAs(group(Rule.MISSING_FILE, 7, null, 4, 80));
        assertThat(group).isNotEqualTo(group(Rule.MISSING_FILE, 8, null, 3, 40));
        assertThat(group).isNotEqualTo(group(Rule.NOT_FOUND, 7, null, 3, 40));
        assertThat(group(Rule.MISSING_FRAGMENT, -1, "a#x", 3, 40))
                .isEqualTo(group(Rule.MISSING_FRAGMENT, -1, "a#x", 5, 0))
                .isNotEqualTo(group(Rule.MISSING_FRAGMENT, -1, "a#y", 3, 40));
    }

    /** A map with keys of one hash code, which a page can make, is searched from end to end unless they have an order. */
    @Test
    void groupsHaveAnOrderInWhichOnlyEqualOnesAreLevel() {
        List<Group> groups = List.of(
                group(Rule.MISSING_FILE, 7, null, 3, 40),
                group(Rule.MISSING_FILE, 8, null, 3, 40),
                group(Rule.NOT_FOUND, 7, null, 3, 40),
                group(Rule.MISSING_FRAGMENT, -1, "Aa", 3, 40),
                group(Rule.MISSING_FRAGMENT, -1, "BB", 3, 40),
                group(Rule.MISSING_FRAGMENT, -1, "BB", 5, 0));
        assertThat(groups.get(3)).hasSameHashCodeAs(groups.get(4));

        for (Group one : groups) {
            for (Group other : groups) {
                assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
                assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
            }
        }
    }

    private static Group group(Rule rule, int target, @Nullable String name, int page, int position) {
        Verdict verdict = new Verdict(rule, null);
        Opinion opinion = new Opinion(verdict, verdict, Severity.ERROR, Zone.SITE);
        return new Group(opinion, target, name, null, page, position, null);
    }
}
