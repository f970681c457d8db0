/// Files that a repository starts with: settings, a first unit test, hooks, jobs of continuous
/// integration.
@NullMarked
package dev.firedrill.cli.setup;

import org.jspecify.annotations.NullMarked;
