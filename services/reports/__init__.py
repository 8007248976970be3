"""The first signs that members see: reported, laid together, weighed, and honoured."""
