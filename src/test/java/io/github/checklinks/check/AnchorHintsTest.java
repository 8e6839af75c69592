// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hint about an anchor names only an existing one, on that page or on the only other page that has it. */
class AnchorHintsTest extends LoopbackTrial {

    @BeforeEach
    void writeSite() throws Exception {
        trial.page("setup.html", """
                        <h2 id=Install>I</h2><h2 id='visit(int)'>V</h2><h2 id=configuration>C</h2>
                        <h2 id=_ref_index>R</h2><h2 id='limit(long)'>L</h2><h2 id='get()'>G</h2><h2 id='get(int)'>G</h2>
                        <h2 id=section-11>S</h2><h2 id=twin>T</h2><h2 id=TWIN>T</h2><h2 id='Q&A'>Q</h2>
                        """)
                .page("usage.html", "<h2 id=only-here>O</h2><h2 id=twice>T</h2>")
                .page("more.html", "<h2 id=twice>T</h2>")
                .page("de/setup.html", "<h2 id=nur-deutsch>N</h2>");
    }

    private TrialResult run(String reference) throws Exception {
        return trial.page("index.html", links(reference)).run();
    }

    private static String links(String reference) {
        return "<a href=\"" + reference.replace("&", "&amp;")
                + "\">x</a><a href=setup.html>1</a><a href=usage.html>2</a><a href=more.html>3</a>"
                + "<a href=de/setup.html>4</a>";
    }

    private @Nullable String hint(String reference) throws Exception {
        return run(reference).finding().hint();
    }

    private @Nullable String servedHint(String reference) throws Exception {
        trial.page("index.html", links(reference));
        server.files(temporary.resolve("site"), "/docs/");
        return new Trial(temporary.resolve("served"))
                .servedFrom(server.url("/docs/index.html"))
                .run()
                .finding()
                .hint();
    }

    @ParameterizedTest
    @CsvSource({
        "setup.html#INSTALL, the letter case differs: #Install",
        "setup.html#install, the letter case differs: #Install",
        "setup.html#visit.28int.29, did you mean #visit(int)?",
        "setup.html#Ref-index, did you mean #_ref_index?",
        "setup.html#configuratoin, did you mean #configuration?",
        "setup.html#configurat%69onn, did you mean #configuration?",
        "setup.html#Install%20, there is stray white space: setup.html#Install",
        "setup.html#Q&amp;A, '\"&amp;\" is escaped twice: setup.html#Q&A'",
        "setup.html#only-here, did you mean usage.html#only-here?"
    })
    void aMissingAnchorHasAHintThatWorksInADirectoryAndOnAServer(String reference, String hint) throws Exception {
        assertThat(hint(reference)).isEqualTo(hint);
        assertThat(servedHint(reference)).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "setup.html#visit, did you mean #visit(int)?",
        "setup.html#visit-int-, did you mean #visit(int)?",
        "setup.html#limit, did you mean #limit(long)?",
        "setup.html#cnfiguratoin, did you mean #configuration?"
    })
    void whatNeedsTheNamesOfAllAnchorsIsReportedForADirectory(String reference, String hint) throws Exception {
        assertThat(hint(reference)).isEqualTo(hint);
        assertThat(servedHint(reference)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usage.html#Install5",
                "setup.html#section-12",
                "setup.html#section-1-1",
                "usage.html#instal",
                "more.html#twise1",
                "setup.html#twice",
                "setup.html#nur-deutsch",
                "setup.html#Twin",
                "setup.html#git()",
                "setup.html#uninstall-everything"
            })
    void whereNothingCertainIsNearThereIsNone(String reference) throws Exception {
        assertThat(hint(reference)).isNull();
        assertThat(servedHint(reference)).isNull();
    }

    @Test
    void aMethodWithSeveralSetsOfParametersIsNoHint() throws Exception {
        trial.page("setup.html", "<h2 id='put()'>G</h2><h2 id='put(int)'>G</h2><h2 id='put(long)'>G</h2>");

        assertThat(hint("setup.html#put(x)")).isNull();
    }

    @Test
    void theAnchorOfThePageItselfNeedsNoFile() throws Exception {
        trial.page("own.html", "<h2 id=mine>M</h2><a href=usage.html#mine>x</a>");

        assertThat(hint("own.html")).isEqualTo("did you mean #mine?");
    }

    @Test
    void anAnchorWithASpaceAtItsEndIsNamedAsALinkMustBeWritten() throws Exception {
        trial.page("setup.html", "<h2 id='installed '>I</h2>");

        assertThat(hint("setup.html#installed")).isEqualTo("did you mean #installed%20?");
    }

    @Test
    void aFileThatIsMissingOnAServerIsNamedFromWhatWasVisited() throws Exception {
        assertThat(servedHint("setpu.html")).isEqualTo("did you mean setup.html?");
        assertThat(servedHint("Usage.html")).isEqualTo("the letter case differs: usage.html");
        assertThat(servedHint("usage")).isEqualTo("did you mean usage.html?");
        assertThat(servedHint("old/usage.html")).isEqualTo("did you mean usage.html?");
        assertThat(servedHint("usage.html%20")).isEqualTo("there is stray white space: usage.html");
        assertThat(servedHint("old/setup.html")).isNull();
    }
}
