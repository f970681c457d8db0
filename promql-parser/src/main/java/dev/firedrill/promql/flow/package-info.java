/// What can be known of an expression without data. Checks and route analysis ask here.
@NullMarked
package dev.firedrill.promql.flow;

import org.jspecify.annotations.NullMarked;
