// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** The properties of those parameters that have parts: Maven hands their elements over as they are, and reads no property for them. */
final class CommandLine {

    private final PluginParameterExpressionEvaluator evaluator;

    CommandLine(MavenSession session, MojoExecution execution) {
        evaluator = new PluginParameterExpressionEvaluator(session, execution);
    }

    /** The property of a parameter; null when nobody set it. */
    @Nullable
    String text(String parameter) {
        try {
            return evaluator.evaluate("${check-links." + parameter + "}", String.class) instanceof String text
                    ? Texts.orNull(text)
                    : null;
        } catch (ExpressionEvaluationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
