/// The tree of a PromQL expression. Sealed records, each with the span of text it was read from.
@NullMarked
package dev.firedrill.promql.ast;

import org.jspecify.annotations.NullMarked;
