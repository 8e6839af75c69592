// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {

    private static final String HEAD =
            "rule,severity,zone,page,line,column,element,attribute,text,target,status,message,hint,source,oneOfSeveral,statuses\r\n";

    @Test
    void eachLinkIsARow() throws IOException {
        assertThat(write(Results.small()))
                .startsWith(HEAD
                        + "missing-fragment,error,site,index.html,12,9,a,href,guide/setup.html#instal,"
                        + "https://example.org/docs/guide/setup.html#instal,200,"
                        + "\"no anchor \"\"instal\"\" on guide/setup.html\",did you mean #install?,,,\r\n")
                .contains(
                        ",200,moved to https://new.example.com/,link to https://new.example.com/,,,301 → 302 → 200\r\n")
                .contains("\r\nmissing-file,error,site,guide/setup.html,9,5,a,href,../gone.html#x,")
                .endsWith("https://slow.example.com/,,no answer within 20 s,,,,\r\n")
                .hasLineCount(8);
    }

    @Test
    void aRunWithoutFindingsIsTheHeadAlone() throws IOException {
        assertThat(write(new Results())).isEqualTo(HEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uFF1D1", "\r\n=1"})
    void aCellNeverStartsAFormula(String text) throws IOException {
        assertThat(write(new Results().with(finding(text)))).containsPattern(",a,href,\"?'[^,]*,");
    }

    @Test
    void whatSeparatesIsQuoted() throws IOException {
        assertThat(write(new Results().with(finding("a,b;c\"d\ne")))).contains(",\"a,b;c\"\"d e\",");
    }

    private static Finding finding(String text) {
        return new Finding(
                Rule.MALFORMED_URL,
                Severity.ERROR,
                Zone.EXTERNAL,
                text,
                "wrong: " + text,
                null,
                0,
                List.of(),
                0,
                new Once(new Link("p.html", new Reference(text, "a", "href", new Position(1, 1)))));
    }

    private static String write(Results results) throws IOException {
        StringWriter out = new StringWriter();
        Format.CSV.report().write(results.build(), new GateResult(List.of(), true), out);
        return out.toString();
    }
}
