// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to anchors and maps in a built site. */
class DirectoryAnchorsTest extends DirectoryTrial {

    @Test
    void anAnchorThatIsNotThereIsMissing() throws Exception {
        trial.page("guide.html", "<h2 id=install>I</h2>");

        TrialResult result = check("<a href=\"guide.html#instal\">1</a> <a href=guide.html>2</a>");

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.MISSING_FRAGMENT);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.target()).isEqualTo("https://site.invalid/guide.html#instal");
        assertThat(finding.message()).isEqualTo("no anchor \"instal\" on guide.html");
        assertThat(finding.hint()).isEqualTo("did you mean #install?");
        assertThat(finding.status()).isEqualTo(200);
        assertThat(result.summary()).isEqualTo(new Summary(2, 2, 2, 1, 0, 0, 0, 0, 1));
    }

    @Test
    void eachMissingAnchorOfAPageCountsForItself() throws Exception {
        TrialResult result = check("<a href=#a>1</a> <a href=#b>2</a> <a href=index.html#b>3</a>");

        assertThat(result.facts())
                .containsExactly(
                        "missing-fragment ERROR https://site.invalid/index.html#a [index.html:3:1 a@href #a]",
                        "missing-fragment ERROR https://site.invalid/index.html#b [index.html:3:18 a@href #b,"
                                + " index.html:3:35 a@href index.html#b]");
        assertThat(result.summary()).isEqualTo(new Summary(1, 3, 2, 0, 0, 0, 0, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#a",
                "#gr%C3%BCn",
                "#gr\u00fcn",
                "#old",
                "#TOP",
                "#",
                "index.html#a",
                "./#a",
                "#a:~:text=x",
                "#:~:text=x",
                "#!/route",
                "#/route",
                " #a "
            })
    void anAnchorIsThereByIdOrNameAsItStandsOrDecoded(String reference) throws Exception {
        assertNothingFound(
                check("<p id=a></p><p id=gr\u00fcn></p><a name=old></a><a href=\"" + reference + "\">x</a>"));
    }

    @Test
    void anAnchorOfWhatIsNoPageIsNotJudged() throws Exception {
        trial.file("a.pdf", "%PDF");

        assertNothingFound(check("<a href=a.pdf#page=3>x</a>"));
    }

    @Test
    void aViewOfAnImageIsNoName() throws Exception {
        trial.file("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g id='g'/></svg>");

        TrialResult result =
                check("<img src=a.svg#g><img src='a.svg#svgView(viewBox(0,0,1,1))'><img src=a.svg?x#xywh=0,0,1,1>"
                        + "<img src=a.svg#h><a href=#t=5>x</a>");

        assertThat(result.facts())
                .containsExactly(
                        "missing-fragment ERROR https://site.invalid/a.svg#h [index.html:3:91 img@src a.svg#h]",
                        "missing-fragment ERROR https://site.invalid/index.html#t=5 [index.html:3:108 a@href #t=5]");
    }

    @Test
    void anchorsAreNotCheckedWhenThatIsOff() throws Exception {
        trial.page("guide.html", "").fragments(CheckedFragments.NONE);

        assertNothingFound(check("<a href=guide.html#x>1</a> <a href=#y>2</a>"));
    }

    @Test
    void aPageThatRefreshesAtOnceHandsItsAnchorsOn() throws Exception {
        trial.file("old.html", "<meta http-equiv=refresh content=\"0; url=new.html\">")
                .page("new.html", "<p id=x>");

        TrialResult result = check("<a href=old.html#x>1</a> <a href=old.html#y>2</a>");

        assertThat(result.finding().target()).isEqualTo("https://site.invalid/old.html#y");
    }

    @Test
    void behindARefreshToNothingThereIsNoAnchor() throws Exception {
        trial.file("old.html", "<p id=here><meta http-equiv=refresh content=\"0; url=gone.html\">")
                .file("self.html", "<meta http-equiv=refresh content=\"0; url=self.html\">");

        TrialResult result = check("<a href=old.html#here>1</a> <a href=old.html#x>2</a> <a href=old.html>3</a>"
                + " <a href=self.html#x>4</a>");

        assertThat(result.verdict("old.html#here")).isEqualTo("ok");
        assertThat(result.verdict("old.html#x")).isEqualTo("missing-fragment");
        assertThat(result.verdict("old.html")).isEqualTo("ok");
        assertThat(result.verdict("self.html#x")).isEqualTo("missing-fragment");
    }

    @Test
    void behindARefreshThatLeavesTheSiteAnchorsAreNotJudged() throws Exception {
        trial.file("old.html", "<meta http-equiv=refresh content=\"0; url=https://elsewhere.org/\">")
                .file("paper.html", "<meta http-equiv=refresh content=\"0; url=paper.pdf\">")
                .file("paper.pdf", "");

        assertThat(check("<a href=old.html#x>1</a> <a href=paper.html#page=2>2</a>")
                        .findings())
                .isEmpty();
    }

    @Test
    void mapsAreNotCheckedWhenAnchorsAreNot() throws Exception {
        trial.file("a.png", "").fragments(CheckedFragments.NONE);

        assertNothingFound(check("<img src=a.png usemap=#n>"));
    }

    @Test
    void anAnchorMayBePercentEncodedInThePage() throws Exception {
        TrialResult result =
                check("<p id=caf%C3%A9></p><p id=\"%41 x\"></p><a href=#caf\u00e9>1</a> <a href=#caf%C3%A9>2</a>"
                        + " <a href=\"#%41 x\">3</a> <a href=index.html#caf\u00e9>4</a> <a href=#%74op>5</a>");

        assertThat(result.finding().links())
                .extracting(TrialResult::place)
                .containsExactly("index.html:3:84 a@href #%41 x");
    }

    @Test
    void aMapIsFoundByItsIdToo() throws Exception {
        trial.file("a.png", "");

        assertNothingFound(check("<map id=m></map><map id=n name=o></map><img src=a.png usemap=#m>"
                + "<img src=a.png usemap=#n><img src=a.png usemap=x.html#o>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "#", "", "x.html", "#M", "#p", "#m#"})
    void aUsemapThatNamesNoMapFindsNone(String usemap) throws Exception {
        trial.file("a.png", "");

        TrialResult result = check("<map name=m></map><p id=p></p><img src=a.png usemap='" + usemap + "'>");

        assertThat(result.finding().rule()).isEqualTo(Rule.MISSING_FRAGMENT);
        assertThat(result.finding().message()).contains(usemap.replace("#", ""));
    }

    @Test
    void aMapIsFoundByItsNameOnTheSamePage() throws Exception {
        trial.file("a.png", "");

        TrialResult result = check("""
                <map name=m></map><p id=n></p>
                <img src=a.png usemap="#m"> <img src=a.png usemap="#n">
                """);

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.MISSING_FRAGMENT);
        assertThat(finding.message()).isEqualTo("no map \"n\" on the page");
        assertThat(finding.links()).extracting(TrialResult::place).containsExactly("index.html:4:29 img@usemap #n");
    }
}
