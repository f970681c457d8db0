/// The walk of a label set, or of one that is only partly known, through the routing tree, with a
/// reason at each node; what is known of the labels that rules make. Pure: lint,
/// explain and the pipeline share it.
@NullMarked
package dev.firedrill.alertmanager.route;

import org.jspecify.annotations.NullMarked;
