// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.record.FailAfter;
import io.github.checklinks.check.record.RecordSettings;
import io.github.checklinks.crawl.record.Asking;
import io.github.checklinks.crawl.record.RecordFile;
import io.github.checklinks.maven.parameter.DurationParameter;
import io.github.checklinks.maven.parameter.ExternalCheck;
import io.github.checklinks.maven.parameter.FailAfterParameter;
import io.github.checklinks.maven.parameter.TextParameter;
import io.github.checklinks.model.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Converts the parameters about external links. Each method throws {@link IllegalArgumentException} for an invalid value. */
final class RecordMapper {

    private final CheckParameters parameters;
    private final Goal goal;

    RecordMapper(CheckParameters parameters, Goal goal) {
        this.parameters = parameters;
        this.goal = goal;
    }

    /** Returns which external links are checked; the goal that records them checks all. */
    ExternalCheck externalCheck() {
        ExternalCheck configured = ExternalCheck.of(parameters.checkExternal);
        return goal == Goal.RECORD ? ExternalCheck.TRUE : configured;
    }

    /**
     * Returns the record and how it is used.
     *
     * @param here the directory that a relative file name is resolved against
     * @return null if no record is used: there is none, or external links are not checked
     */
    @Nullable
    RecordSettings settings(Path here, boolean offline) throws IOException {
        FailAfter failAfter = FailAfterParameter.of(TextParameter.orNull(parameters.failAfter));
        Duration maxAge = DurationParameter.of("recordMaxAge", parameters.recordMaxAge);
        String name = TextParameter.orNull(parameters.externalRecord);
        RecordFile file = new RecordFile(
                here.resolve(name == null ? "check-links-external.json" : name).normalize());
        if (goal == Goal.RECORD && offline) {
            throw new IllegalArgumentException(
                    "the goal record requests links to other sites, but Maven is offline (-o);"
                            + " the record is unchanged. Run it without -o");
        }
        ExternalCheck check = externalCheck();
        boolean used = switch (check) {
            case TRUE -> goal == Goal.RECORD || !offline && file.exists();
            case NEW -> !offline;
            case RECORDED -> true;
            case FALSE -> false;
        };
        return used
                ? new RecordSettings(
                        file,
                        file.read(id -> Rule.of(id).isPresent()),
                        asking(check),
                        failAfter,
                        maxAge,
                        parameters.clock)
                : null;
    }

    private static Asking asking(ExternalCheck check) {
        return switch (check) {
            case NEW -> Asking.NEW;
            case RECORDED -> Asking.NONE;
            case TRUE, FALSE -> Asking.ALL;
        };
    }
}
