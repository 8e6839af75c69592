// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.TIMED_OUT;
import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that end an HTTP/2 connection, or refuse a stream, when the connection is to be reused. */
@Slow
class Http2ReuseTest {

    private static final int NO_ERROR = 0;
    private static final int INTERNAL_ERROR = 2;
    private static final int REFUSED_STREAM = 7;
    private static final int ENHANCE_YOUR_CALM = 11;

    @AutoClose
    private final Bench bench = new Bench();

    @BeforeEach
    void negotiate() {
        bench.http2 = true;
        bench.responseTimeout = Duration.ofSeconds(1);
        bench.useTestCertificates();
    }

    /** What the server sends instead of the second answer on a connection. */
    private enum Ending {
        CLOSE {
            @Override
            void end(H2Frames.Call call) throws IOException {
                call.socket().close();
            }
        },
        RESET {
            @Override
            void end(H2Frames.Call call) throws IOException {
                call.socket().setSoLinger(true, 0);
                call.socket().close();
            }
        },
        GOAWAY {
            @Override
            void end(H2Frames.Call call) throws IOException {
                call.goAway(call.stream() - 2, NO_ERROR);
            }
        },
        GOAWAY_AND_CLOSE {
            @Override
            void end(H2Frames.Call call) throws IOException {
                call.goAway(call.stream() - 2, NO_ERROR);
                call.socket().close();
            }
        },
        GOAWAY_WITH_AN_ERROR {
            @Override
            void end(H2Frames.Call call) throws IOException {
                call.goAway(call.stream() - 2, ENHANCE_YOUR_CALM);
            }
        },
        REFUSED {
            @Override
            void end(H2Frames.Call call) throws IOException {
                call.reset(REFUSED_STREAM);
            }
        };

        abstract void end(H2Frames.Call call) throws IOException;
    }

    private H2Frames server(H2Frames.Script script) {
        return H2Frames.start(Certificates.shared().server("good"), script);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void theRequestGoesOutAgainOnANewConnection(Ending ending) {
        try (H2Frames server = server(call -> {
            if (call.number() == 1) {
                call.answer();
            } else {
                ending.end(call);
            }
        })) {
            for (int i = 0; i < 6; i++) {
                String url = "https://good.test:" + server.port() + "/" + i;
                assertThat(bench.fetch(url, i % 2 == 0 ? RequestMode.STATUS : RequestMode.CONTENT))
                        .isInstanceOf(Response.Answer.class);
            }

            assertThat(server.calls()).isEqualTo(8);
            assertThat(server.accepted()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void aFailureOnANewConnectionIsTheAnswer(Ending ending) {
        try (H2Frames server = server(ending::end)) {
            Response.None none = bench.failure("https://good.test:" + server.port() + "/");

            assertThat(none.cause()).isIn(UNREACHABLE, TIMED_OUT);
            assertThat(none.temporary()).isTrue();
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    @Test
    void aStreamThatIsResetForAnotherReasonIsNotRequestedAgain() {
        try (H2Frames server = server(call -> {
            if (call.number() == 1) {
                call.answer();
            } else {
                call.reset(INTERNAL_ERROR);
            }
        })) {
            bench.head("https://good.test:" + server.port() + "/1");

            assertThat(bench.failure("https://good.test:" + server.port() + "/2")
                            .cause())
                    .isEqualTo(UNREACHABLE);
            assertThat(server.calls()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatIsNotEndedCarriesAllRequests() {
        try (H2Frames server = server(H2Frames.Call::answer)) {
            for (int i = 0; i < 6; i++) {
                bench.head("https://good.test:" + server.port() + "/" + i);
            }

            assertThat(server.accepted()).isEqualTo(1);
        }
    }
}
