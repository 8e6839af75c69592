// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.url.WebUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a redirect leads to a login page: certainly, as for the start of a check, or possibly, as for a recommendation. */
class LoginPagesTest {

    private static final WebUrl BASE = url("https://site.example/");

    private static WebUrl url(String text) {
        return (WebUrl) WebUrl.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        // Names of login pages.
        "/docs/, /login, certainly",
        "/docs/, /users/sign_in, certainly",
        "/docs/, /log-in.html?x=1, certainly",
        "/docs/, /wp-login.php, certainly",
        "/docs/, /j_security_check;jsessionid=1, certainly",
        "/docs/, /ServiceLogin, certainly",
        // Names that occur in documentation, too.
        "/docs/, /sso?x=1, certainly",
        "/docs/, /idp/start?x=1, certainly",
        "/docs/, /cas/?x=1, certainly",
        "/docs/, /openid/?x=1, certainly",
        "/docs/, /sso, possibly",
        "/docs/, /guide/oauth2.html, possibly",
        "/docs/, /idp/, possibly",
        "/auth/a.html, /auth/b.html?x=1, no",
        "/auth/a.html, /oauth/b.html, no",
        "/cas/, /cas/7.0/?lang=en, no",
        "/login/a.html, /login/b.html, no",
        "/author/, /authors/, no",
        "/docs/, /blogin/, no",
        // Parameters with the requested URL.
        "/docs/, /start?return=%2Fdocs%2F, certainly",
        "/docs/, /start?RelayState=/docs/, certainly",
        "/docs/, /start?state=/docs/, certainly",
        "/docs/, /start?url=https://site.example/docs/, certainly",
        // Parameters with anything else.
        "/docs/, /start?return=%2F, possibly",
        "/docs/, /start?return_path=x, possibly",
        "/docs/, /start?a=1;back-url=x, possibly",
        "/docs/, /start?Service=x, possibly",
        "/docs/, /start?url=/other, no",
        "/docs/, /start?from=old&state=CA&target=x, no",
        "/docs/, /start?returned=1&nextpage=2, no",
        "/docs/, /start?next, no",
        // Parameters of sign-on protocols.
        "/docs/, /start?SAMLRequest=x, certainly",
        "/docs/, /start?response_type=code, certainly",
    })
    void aRedirectIsKnownByItsNamesAndParameters(String from, String to, String expected) {
        WebUrl first = (WebUrl) BASE.resolve(from);
        WebUrl second = (WebUrl) BASE.resolve(to);

        assertThat(LoginPages.isAsked(first, second)).isEqualTo(expected.equals("certainly"));
        assertThat(LoginPages.mayBeAsked(first, second)).isEqualTo(!expected.equals("no"));
    }
}
