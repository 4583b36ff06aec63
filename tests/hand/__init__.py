"""Events, figures and positions of real reports labelled by hand, and how those that are found count against them."""
