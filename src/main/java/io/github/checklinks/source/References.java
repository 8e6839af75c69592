// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.source.reference.SourceReference;
import io.github.checklinks.source.reference.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The references of one text by normalized target. Keeping them avoids parsing a document again for each link of its page. */
final class References {

    private final Syntax syntax;
    private final String text;
    private final Map<String, List<SourceReference>> byTarget = new HashMap<>();

    References(Syntax syntax, String text) {
        this.syntax = syntax;
        this.text = text;
        for (SourceReference sourceReference : syntax.references(text)) {
            byTarget.computeIfAbsent(TargetNormalizer.of(sourceReference.target()), key -> new ArrayList<>(1))
                    .add(sourceReference);
        }
    }

    /** Returns whether these are the references of a text. */
    boolean areOf(Syntax otherSyntax, String otherText) {
        return syntax == otherSyntax && text.equals(otherText);
    }

    /** Returns the references with the same target as a link, in the order of the text. */
    List<SourceReference> withTarget(String target) {
        return byTarget.getOrDefault(TargetNormalizer.of(target), List.of());
    }
}
