// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.model.Position;

/**
 * A link that waited for its verdict.
 *
 * @param place where in the markup it stands
 * @param early what the page alone said of it
 * @param target the number of its target; -1 when no browser could resolve it
 * @param position where its start tag begins
 * @param text as written
 */
public record StoredLink(
        LinkAttribute linkAttribute, PreVerdict preVerdict, int target, Position position, String text) {}
