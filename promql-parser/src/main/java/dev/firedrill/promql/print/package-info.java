/// From tree to text: one line, or pretty-printed over several.
@NullMarked
package dev.firedrill.promql.print;

import org.jspecify.annotations.NullMarked;
