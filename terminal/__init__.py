"""The core of the Bürger-Terminal: visits, journeys, supervision. It never imports Kivy or a device driver."""
