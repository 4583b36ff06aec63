"""Training of the model that codes acts and finds who takes part in them."""
