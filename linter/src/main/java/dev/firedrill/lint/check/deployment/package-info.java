/// Checks of the configuration files that load the rules, one a file.
@NullMarked
package dev.firedrill.lint.check.deployment;

import org.jspecify.annotations.NullMarked;
