"""dragoman"""
