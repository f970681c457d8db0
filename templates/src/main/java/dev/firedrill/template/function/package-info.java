/// The functions that templates call: those built into Go's text/template and those of Prometheus,
/// each with its parameter types.
@NullMarked
package dev.firedrill.template.function;

import org.jspecify.annotations.NullMarked;
