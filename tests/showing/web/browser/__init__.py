"""The pages in a real browser.

axe.min.js is axe-core (MPL 2.0, axe.LICENSE.txt): it looks for what keeps people out.
"""
