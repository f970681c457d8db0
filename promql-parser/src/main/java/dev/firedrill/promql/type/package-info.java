/// Value types, the table of function signatures, and the type check. Knows nothing of how
/// functions are computed.
@NullMarked
package dev.firedrill.promql.type;

import org.jspecify.annotations.NullMarked;
