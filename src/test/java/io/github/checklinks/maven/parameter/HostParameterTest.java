// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static io.github.checklinks.maven.ConfigurationFixture.configuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.maven.SettingsFixture;
import io.github.checklinks.model.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostParameterTest {

    private final Settings settings = new Settings();

    private List<NamedHost> read(String items) {
        return HostParameter.of(configuration("<hosts>" + items + "</hosts>"), null, access());
    }

    private List<NamedHost> typed(@Nullable String text) {
        return HostParameter.of(null, text, access());
    }

    private SettingsAccess access() {
        return new SettingsAccess(settings, SettingsFixture::decrypt, warning -> {});
    }

    private void server(@Nullable String user, @Nullable String password, @Nullable String headers) {
        settings.addServer(SettingsFixture.server("docs", user, password, headers));
    }

    @Test
    void nothingIsSaidOfAnyHostByDefault() {
        assertThat(HostParameter.of(null, null, access())).isEmpty();
    }

    @Test
    void whatHoldsForSomeHostsIsReadWhateverTheItemIsCalled() {
        NamedHost host = read("<any><name>*.example.org</name><concurrency>2</concurrency><interval>1s</interval>"
                        + "<userAgent>ours/1</userAgent><acceptStatuses>403, 500-599</acceptStatuses>"
                        + "<checkFragments>all</checkFragments></any>")
                .get(0);

        assertThat(host.sent().name()).hasToString("*.example.org");
        assertThat(host.sent().userAgent()).isEqualTo("ours/1");
        assertThat(host.sent().insecure()).isFalse();
        assertThat(host.rule().concurrency()).isEqualTo(2);
        assertThat(host.rule().interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(host.rule().accepts()).accepts(200, 403, 550).rejects(404);
        assertThat(host.rule().fragmentZones()).containsExactly(Zone.SITE, Zone.EXTERNAL);
    }

    @Test
    void statusesMayBeItems() {
        assertThat(read("<host><name>a.org</name><acceptStatuses><s>403</s><s>429</s></acceptStatuses></host>")
                        .get(0)
                        .rule()
                        .accepts())
                .accepts(403, 429);
    }

    @Test
    void whatIsNotSaidIsAsItIsForAll() {
        NamedHost host = read("<host><name>a.org</name></host>").get(0);

        assertThat(host.rule()).hasAllNullFieldsOrPropertiesExcept("name");
        assertThat(host.sent().name()).hasToString("a.org");
    }

    @Test
    void aServersNameAndPasswordAreDecryptedAndForHttpsOnly() {
        server("me", "{secret}", null);

        HostSettings sent = read("<host><name>docs.example.org</name><serverId>docs</serverId></host>")
                .get(0)
                .sent();

        assertThat(sent.login()).isEqualTo(new HostSettings.Login("me", "plain {secret}"));
        assertThat(sent.name()).hasToString("https://docs.example.org");
        assertThat(sent.toString()).doesNotContain("secret");
    }

    @Test
    void aServersHeadersAreSentAsTheyAre() {
        server(null, null, "<property><name>Authorization</name><value>Bearer abc</value></property>");

        HostSettings sent = read("<host><name>http://a.org:8080</name><serverId>docs</serverId></host>")
                .get(0)
                .sent();

        assertThat(sent.login()).isNull();
        assertThat(sent.headers()).isEqualTo(Map.of("Authorization", "Bearer abc"));
        assertThat(sent.name()).hasToString("http://a.org:8080");
        assertThat(sent.toString()).doesNotContain("abc");
    }

    @Test
    void aConfiguredAuthorizationComesBeforeALogin() {
        server("me", "pw", "<property><name>authorization</name><value>Bearer abc</value></property>");

        assertThat(read("<host><name>a.org</name><serverId>docs</serverId></host>")
                        .get(0)
                        .sent()
                        .login())
                .isNull();
    }

    @Test
    void headersAreReadAsElsewhere() {
        HostSettings sent =
                read("<host><name>a.org</name><headers><X-Key>k</X-Key><header>B: c: d</header></headers></host>")
                        .get(0)
                        .sent();

        assertThat(sent.headers()).isEqualTo(Map.of("X-Key", "k", "B", "c: d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<host><nam>a</nam></host> | unknown element in item 1 of hosts \"nam\"; the nearest known name is \"name\"",
                "<host><interval>1s</interval></host> | item 1 of hosts needs a name",
                "<host><name>a b</name></host> | name in item 1 of hosts is \"a b\", but allowed is [scheme://]host[:port]",
                "<host><name>*.a.org</name><insecure>true</insecure></host> | name in item 1 of hosts is \"*.a.org\" but must be one host without *",
                "<host><name>*.a.org</name><headers><X>y</X></headers></host> | name in item 1 of hosts is \"*.a.org\" but must be one host without *",
                "<host><name>http://a.org</name><insecure>true</insecure></host> | insecure in item 1 of hosts is true, but http://a.org has no certificate",
                "<host><name>a.org</name><insecure>yes</insecure></host> | insecure in item 1 of hosts is \"yes\" but must be one of true, false",
                "<host><name>a.org</name><concurrency>0</concurrency></host> | concurrency in item 1 of hosts is \"0\" but must be a whole number of at least 1",
                "<host><name>a.org</name><interval>soon</interval></host> | interval in item 1 of hosts is \"soon\" but must be a duration",
                "<host><name>a.org</name><acceptStatuses>ok</acceptStatuses></host> | <acceptStatuses in item 1 of hosts> has \"ok\"",
                "<host><name>a.org</name><checkFragments>yes</checkFragments></host> | checkFragments in item 1 of hosts is \"yes\" but must be one of none, site, all",
                "<host><name>a.org</name><headers>X: y</headers></host> | headers in item 1 of hosts contains text but must contain items",
                "<host><name>a.org</name><headers><header>no colon</header></headers></host> | item 1 of headers in item 1 of hosts is not a header",
                "<host><name>a.org</name><serverId>doc</serverId></host> | serverId in item 1 of hosts is \"doc\", but settings.xml has no <server> with this id; the nearest is \"docs\"",
                "<host><name>a.org</name><serverId>docs</serverId></host> | serverId in item 1 of hosts is \"docs\", but this <server> in settings.xml has neither",
                "a.org | hosts contains text but must contain items",
            })
    void anInvalidItemIsReported(String items, String message) {
        server(null, null, null);

        assertThatIllegalArgumentException().isThrownBy(() -> read(items)).withMessageStartingWith(message);
    }

    @Test
    void missingServersAreReported() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("<host><name>a.org</name><serverId>docs</serverId></host>"))
                .withMessageContaining("(it has no servers at all)");
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsAnErrorWithoutIt() {
        server("me", "{broken}", null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("<host><name>a.org</name><serverId>docs</serverId></host>"))
                .withMessageContaining("cannot decrypt")
                .withMessageNotContaining("{broken}");
    }

    @Test
    void onTheCommandLineThePartsFollowTheName() {
        server("me", "pw", null);

        List<NamedHost> hosts =
                typed("docs.example.org;serverId=docs;interval=1s, *.a.org;acceptStatuses=403 429;userAgent=a b");

        assertThat(hosts).hasSize(2);
        assertThat(hosts.get(0).sent().login()).isNotNull();
        assertThat(hosts.get(0).rule().interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(hosts.get(1).rule().accepts()).accepts(403, 429);
        assertThat(hosts.get(1).sent().userAgent()).isEqualTo("a b");
    }

    @Test
    void onTheCommandLineAnUnknownPartIsReported() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> typed("a.org;intervall=1s"))
                .withMessage("unknown part in item 1 of check-links.hosts \"intervall\"; the nearest known name is"
                        + " \"interval\"");
    }
}
