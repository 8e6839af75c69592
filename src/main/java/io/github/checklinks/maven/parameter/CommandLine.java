// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** The properties of those parameters that have parts: Maven hands their elements over as they are, and reads no property for them. */
public final class CommandLine {

    private final PluginParameterExpressionEvaluator evaluator;

    public CommandLine(MavenSession session, MojoExecution execution) {
        evaluator = new PluginParameterExpressionEvaluator(session, execution);
    }

    /** The property of a parameter; null when nobody set it. */
    @Nullable
    public String text(String parameter) {
        try {
            return evaluator.evaluate("${check-links." + parameter + "}", String.class) instanceof String text
                    ? TextParameter.orNull(text)
                    : null;
        } catch (ExpressionEvaluationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
