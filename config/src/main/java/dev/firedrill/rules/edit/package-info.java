/// Changes to rule files that leave everything else as it is: comments, quotes, layout, and what
/// the rules mean.
@NullMarked
package dev.firedrill.rules.edit;

import org.jspecify.annotations.NullMarked;
