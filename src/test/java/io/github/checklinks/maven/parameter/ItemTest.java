// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static io.github.checklinks.maven.ConfigurationFixture.configuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemTest {

    private static final List<String> PARTS = List.of("url", "directory", "rules");

    @Test
    void itemsMayHaveAnyName() {
        List<Item> items = Item.of(
                "mappings",
                PARTS,
                configuration("<mappings><mapping><url> a </url></mapping><x><url>b</url></x></mappings>"));

        assertThat(items).extracting(item -> item.text("url")).containsExactly("a", "b");
        assertThat(items).extracting(Item::place).containsExactly("item 1 of mappings", "item 2 of mappings");
    }

    @Test
    void aPartMayBeAList() {
        List<Item> items = Item.of(
                "ignores",
                PARTS,
                configuration(
                        "<ignores><ignore><rules><rule>moved</rule><any>blocked</any></rules></ignore></ignores>"));

        assertThat(items.get(0).texts("rules")).containsExactly("moved", "blocked");
    }

    @Test
    void textInPlaceOfItemsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Item.items("mappings", configuration("<mappings>a=b</mappings>"), "<m>x</m>"))
                .withMessage("mappings contains text but must contain items. Example: <mappings><m>x</m></mappings>");
        assertThat(Item.items("mappings", configuration("<mappings>${check-links.mappings}</mappings>"), ""))
                .isNull();
        assertThat(Item.items("mappings", configuration("<mappings/>"), "")).isNull();
        assertThat(Item.items("mappings", null, "")).isNull();
    }

    @Test
    void anUnknownPartIsReportedWithTheNearestName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Item.of(
                        "mappings",
                        PARTS,
                        configuration("<mappings><mapping><url>a</url><directroy>b</directroy></mapping></mappings>")))
                .withMessage(
                        "unknown element in item 1 of mappings \"directroy\"; the nearest known name is \"directory\"");
    }

    @Test
    void anItemWithoutPartsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Item.of("mappings", PARTS, configuration("<mappings><mapping>a=b</mapping></mappings>")))
                .withMessage("item 1 of mappings is empty; possible elements: url, directory, rules");
    }

    @Test
    void aMissingPartIsReportedWithAnExample() {
        Item item = Item.of("mappings", PARTS, configuration("<mappings><m><url>a</url></m></mappings>"))
                .get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> item.required("directory", "target/apidocs"))
                .withMessage("item 1 of mappings needs a directory. Example: <directory>target/apidocs</directory>");
    }
}
