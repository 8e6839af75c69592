// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.CheckRequest;
import io.github.checklinks.check.Gate;
import io.github.checklinks.report.Format;
import java.nio.file.Path;
import java.util.Set;

/**
 * What one execution of the goal does.
 *
 * @param request what is checked
 * @param baseline the file of known broken links, which need not exist
 * @param gate what is allowed
 * @param reports where the reports go
 * @param formats which are written
 */
record Plan(CheckRequest request, Path baseline, Gate gate, Path reports, Set<Format> formats) {}
