/// The values that templates compute with: Go's kinds, their truth, order and printed forms. Knows
/// nothing of templates themselves.
@NullMarked
package dev.firedrill.template.value;

import org.jspecify.annotations.NullMarked;
