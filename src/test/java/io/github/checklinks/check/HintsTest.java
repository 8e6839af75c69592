package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hint names only what is there: who follows it has a good link. */
class HintsTest {

    @TempDir
    Path temporary;

    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void writeSite() throws Exception {
        trial = new Trial(temporary)
                .page("guide/setup.html", "<h2 id=Install>I</h2><h2 id='visit(int)'>V</h2><h2 id=configuration>C</h2>")
                .page("guide/usage.html", "")
                .page("api/Main.html", "")
                .page("R&D.html", "")
                .page("a/same.html", "")
                .page("b/same.html", "")
                .file("images/logo.png", "");
    }

    private @Nullable String hint(String reference) throws Exception {
        return trial.page("x.html", "<a href=\"" + reference.replace("&", "&amp;") + "\">x</a>")
                .run()
                .finding()
                .hint();
    }

    @ParameterizedTest
    @CsvSource({
        "Guide/Setup.html, the letter case differs: guide/setup.html",
        "api/main.html, the letter case differs: api/Main.html",
        "guide/setup.html/, take the slash away: it is a file",
        "guide/setup, did you mean guide/setup.html?",
        "guide/setup/, did you mean guide/setup.html?",
        "images/, the directory has no index file",
        "images, the directory has no index file",
        "setup.html, did you mean guide/setup.html?",
        "wrong/deep/usage.html, did you mean guide/usage.html?",
        "guide/stup.html, did you mean guide/setup.html?",
        "guide/stup.html?a=1, did you mean guide/setup.html?",
        "/guide/stup.html#x, did you mean guide/setup.html?",
        "R&amp;D.html, '\"&amp;\" is escaped twice'"
    })
    void aMissingFileHasAHintThatWorks(String reference, String hint) throws Exception {
        assertThat(hint(reference)).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere.html",
        "same.html",
        "guide/completely-else.html",
        "nothing.html?a=1&amp;b=2",
        "X&amp;Y.html",
        "nothing/"
    })
    void whereNothingCertainIsNearThereIsNone(String reference) throws Exception {
        assertThat(hint(reference)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "guide/setup.html#install, the letter case differs: #Install",
        "guide/setup.html#visit.28int.29, did you mean #visit(int)?",
        "guide/setup.html#configuratoin, did you mean #configuration?",
        "guide/setup.html#configurat%69on5, did you mean #configuration?"
    })
    void aMissingAnchorHasAHintThatWorks(String reference, String hint) throws Exception {
        assertThat(hint(reference)).isEqualTo(hint);
    }

    @Test
    void noAnchorIsNearToSomethingElse() throws Exception {
        assertThat(hint("guide/setup.html#uninstall-everything")).isNull();
        assertThat(hint("guide/usage.html#install")).isNull();
    }

    @Test
    void aHintForAMappingStaysBelowIt() throws Exception {
        trial.publishedAt("https://docs.acme.org/").mapping("https://lib.acme.org/", temporary.resolve("site/guide"));

        assertThat(hint("https://lib.acme.org/Setup.html")).isEqualTo("the letter case differs: setup.html");
    }
}
