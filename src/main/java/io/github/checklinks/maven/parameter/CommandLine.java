// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** Reads the properties of structured parameters: Maven injects their raw configuration and ignores their properties. */
public final class CommandLine {

    private final PluginParameterExpressionEvaluator evaluator;

    public CommandLine(MavenSession session, MojoExecution execution) {
        evaluator = new PluginParameterExpressionEvaluator(session, execution);
    }

    /** Returns the value of a parameter's property; null if it is not set. */
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
