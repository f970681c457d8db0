/// Runs checks over rules and routing and collects what they find. Holds the registry, settings of
/// checks and suppressions.
@NullMarked
package dev.firedrill.lint;

import org.jspecify.annotations.NullMarked;
