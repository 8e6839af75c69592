// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.model.Severity;
import io.github.checklinks.report.console.ConsoleSink;
import org.apache.maven.plugin.logging.Log;

/** A sink that writes to Maven's log. */
final class LogSink implements ConsoleSink {

    private final Log log;

    LogSink(Log log) {
        this.log = log;
    }

    @Override
    public void line(Severity level, String text) {
        switch (level) {
            case ERROR -> log.error(text);
            case WARNING -> log.warn(text);
            case NONE -> log.info(text);
        }
    }
}
