// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.text.EditDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameIndexTest {

    @ParameterizedTest
    @ValueSource(strings = {"stup.html", "seetup.html", "setap.html", "estup.html", "SETUP.htm", "setup.htmll"})
    void aNameOneEditAwayIsFound(String typo) {
        assertThat(new FileNameIndex(List.of("guide/setup.html", "guide/usage.html")).withinOneEdit(typo))
                .containsExactly("setup.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup.html", "stp.html", "sxyup.html", "", "x"})
    void theSameNameAndNamesFurtherAwayAreNotFound(String name) {
        assertThat(new FileNameIndex(List.of("guide/setup.html")).withinOneEdit(name))
                .isEmpty();
    }

    @Test
    void aNameThatMatchesTwoFilesIgnoringCaseGivesNoHint() {
        assertThat(new FileNameIndex(List.of("a/X.html", "a/x.html")).ignoringCase("A/x.html"))
                .isNull();
    }

    @Test
    void aNameOfTooManyFilesIsNotFound() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            files.add("d" + i + "/logo.png");
        }

        assertThat(new FileNameIndex(files).ofName("logo.png")).isEmpty();
        assertThat(new FileNameIndex(files.subList(0, 1000)).ofName("logo.png")).hasSize(1000);
    }

    @Test
    void directoriesAreThoseOfFiles() {
        FileNameIndex names = new FileNameIndex(List.of("a/b/c.html", "a/b/d.html", "e.html"));

        assertThat(names.isDirectory("a")).isTrue();
        assertThat(names.isDirectory("a/b")).isTrue();
        assertThat(names.isDirectory("a/b/c.html")).isFalse();
        assertThat(names.isFile("a/b")).isFalse();
        assertThat(names.in("")).containsExactly("e.html");
        assertThat(names.in("a/")).isEmpty();
    }

    @Test
    void aDirectoryHasAllItsFilesInAnyOrderOfTheList() {
        FileNameIndex names = new FileNameIndex(List.of("a/x", "b/y", "a/z", "ab", "a/b/c", "b/z"));

        assertThat(names.in("a/")).containsExactly("x", "z");
        assertThat(names.in("b/")).containsExactly("y", "z");
        assertThat(names.in("")).containsExactly("ab");
    }

    @Test
    void onlyTheNamesOneEditAwayAreFoundAmongMany() {
        List<String> all = new ArrayList<>();
        for (String stem : List.of("List", "lits", "Lost", "Set", "SortedSet", "ÄrgerNis", "x1", "x2", "")) {
            for (String end : List.of(".html", ".htm", ".hmtl", "-1.html", "_1.html")) {
                all.add("d/" + stem + end);
            }
        }
        FileNameIndex names = new FileNameIndex(all);

        for (String path : all) {
            String name = path.substring(2);
            List<String> near = all.stream()
                    .map(each -> each.substring(2))
                    .filter(each -> !each.equals(name))
                    .filter(each ->
                            EditDistance.isAtMostOne(name.toLowerCase(Locale.ROOT), each.toLowerCase(Locale.ROOT)))
                    .toList();
            assertThat(names.withinOneEdit(name)).as(name).containsExactlyInAnyOrderElementsOf(near);
        }
    }
}
