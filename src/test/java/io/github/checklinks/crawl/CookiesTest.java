package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CookiesTest {

    @Test
    void onlyNamesAndValuesGoBack() {
        assertThat(Cookies.header(List.of("a=1; Path=/; HttpOnly", " b=2 ", "c=")))
                .isEqualTo("a=1; b=2; c=");
    }

    @Test
    void whatHasNoNameIsDropped() {
        assertThat(Cookies.header(List.of("", "; Path=/", "=x", "nonsense"))).isEmpty();
        assertThat(Cookies.header(List.of())).isEmpty();
    }
}
