// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.model.Zone;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What is expected of a target, unless {@link HostRules} say otherwise for its host.
 *
 * @param statuses the status codes that count as success
 * @param fragmentZones the zones in which anchors are checked
 */
public record Acceptance(IntPredicate statuses, Set<Zone> fragmentZones) {}
