"""How the models that dragoman ships were made. Nothing here is needed to run it."""
