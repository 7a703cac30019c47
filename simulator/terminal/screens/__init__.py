"""The screens of the app, one a file. Each is loaded when it is first shown."""
