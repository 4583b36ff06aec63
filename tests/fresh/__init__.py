"""Acts in passages of negotiations of many kinds, drawn afresh for every round of mending and labelled before it."""
