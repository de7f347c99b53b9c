print("seos")
