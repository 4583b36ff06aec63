"""The trained model that codes acts which no frame tells, and finds who takes part where the frames find nobody."""
