/** The Maven goals: parameters, log messages and exceptions. */
@NullMarked
package io.github.checklinks.maven;

import org.jspecify.annotations.NullMarked;
